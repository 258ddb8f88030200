package fledge.monitoring;

import fledge.kernel.Period;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A collection round as others see it; each end is the first instant that is too late. The template is the version of the form that
 * it asks with.
 */
public record RoundView(
        UUID id,
        UUID programmeId,
        Period period,
        @Nullable UUID templateId,
        Instant opensAt,
        Instant dueAt,
        Instant entryEndAt,
        Instant editEndAt) {}
