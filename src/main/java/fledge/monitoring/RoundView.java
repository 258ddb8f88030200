package fledge.monitoring;

import fledge.kernel.Quarter;
import java.time.Instant;
import java.util.UUID;

/** A collection round as others see it; each end is the first instant that is too late. */
public record RoundView(
        UUID id,
        UUID programmeId,
        Quarter quarter,
        Instant opensAt,
        Instant dueAt,
        Instant entryEndAt,
        Instant editEndAt) {}
