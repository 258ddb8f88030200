package fledge.monitoring;

import fledge.kernel.Quarter;

/** What a rule would have found in a past quarter: of so many figures it judges, so many hits. */
public record Trial(Quarter quarter, int judged, int hits) {}
