package fledge.apportionment;

import fledge.kernel.Quarter;

/** An amendment to be written: why, what proves it, and the first quarter it is to count for. */
public record NewAmendment(TargetAmendmentCause cause, String reason, String evidence, Quarter effectiveFrom) {}
