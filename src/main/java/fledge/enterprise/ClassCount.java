package fledge.enterprise;

import fledge.enterprise.rules.SizeClass;

/** How many enterprises of a list are of a size, and how many of those the city's programme counts. */
public record ClassCount(SizeClass size, int number, int counted) {}
