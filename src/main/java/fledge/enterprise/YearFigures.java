package fledge.enterprise;

import fledge.enterprise.rules.SizeFigures;

/** An enterprise's figures of a year, and where they are from. */
public record YearFigures(int year, SizeFigures figures, String source) {}
