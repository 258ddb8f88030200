package fledge.programme.rules;

import java.math.BigDecimal;

/**
 * An item's figure for a year, in base units, and whether the year is whole.
 *
 * <p>A milestone is 1 when done and 0 when not; a text is 1 once it is written.
 */
public record YearFigure(BigDecimal value, boolean complete) {}
