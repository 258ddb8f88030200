package fledge.monitoring;

import fledge.kernel.Period;
import java.util.UUID;

/** A place where a rule hit: the return of a unit, and what was found, explained and judged there. */
public record RuleHit(UUID returnId, UUID unitId, Period period, int edition, FindingView finding) {}
