package fledge.monitoring;

import fledge.kernel.Period;

/** What a rule would have found in a past quarter or month: of so many figures it judges, so many hits. */
public record Trial(Period period, int judged, int hits) {}
