package fledge.base;

import java.time.LocalDate;

/** How many were in residence in a base on a day, and how many people they employed, as far as {@code counted} of them said. */
public record DayCount(LocalDate day, int residents, int jobs, int counted) {}
