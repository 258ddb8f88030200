package fledge.monitoring;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One change of a return's state, as its timeline shows it. */
public record StepView(
        ReturnAction action,
        ReturnStatus from,
        ReturnStatus to,
        @Nullable UUID personId,
        @Nullable UUID onBehalfOf,
        Instant at,
        @Nullable String reasonCode,
        String reason) {}
