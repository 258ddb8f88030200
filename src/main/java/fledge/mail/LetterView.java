package fledge.mail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A letter as the queue shows it: to whom and how it fares, never what it says. */
public record LetterView(
        UUID id,
        UUID accountId,
        LetterPurpose purpose,
        LetterStatus status,
        Instant madeAt,
        int attempts,
        @Nullable Instant nextTryAt,
        @Nullable LetterReason reason,
        String reply,
        @Nullable Instant sentAt) {}
