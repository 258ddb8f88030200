package fledge.representative;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A move in the timeline of a claim. */
public record StepView(
        RepresentativeAction action, @Nullable UUID personId, Instant at, String reason) {}
