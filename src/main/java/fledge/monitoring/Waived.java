package fledge.monitoring;

import java.util.UUID;

/** A unit that need not report a period; it leaves the denominator of completeness. */
record Waived(UUID unitId, int period) {}
