package fledge.amendment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The n-th change of an amendment's state, as its timeline shows it. */
public record AmendmentStepView(
        UUID amendmentId,
        int number,
        AmendmentAction action,
        AmendmentStatus from,
        AmendmentStatus to,
        @Nullable UUID personId,
        Instant at,
        String reason) {}
