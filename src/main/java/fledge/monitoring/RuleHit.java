package fledge.monitoring;

import fledge.kernel.Quarter;
import java.util.UUID;

/** A place where a rule hit: the return of a unit, and what was found, explained and judged there. */
public record RuleHit(UUID returnId, UUID unitId, Quarter quarter, int edition, FindingView finding) {}
