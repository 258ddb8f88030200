package fledge.base;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a document wants as the register has it, and why it was last put right or withdrawn; an empty reason where it never was. */
public record IntentionView(
        UUID id,
        int version,
        NewIntention terms,
        String changeReason,
        @Nullable UUID changedBy,
        @Nullable Instant changedAt,
        boolean withdrawn) {}
