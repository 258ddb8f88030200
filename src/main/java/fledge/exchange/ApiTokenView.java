package fledge.exchange;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A token as its unit sees it: never the secret, only its last four characters. */
public record ApiTokenView(
        UUID id,
        UUID accountId,
        UUID personId,
        UUID unitId,
        UUID programmeId,
        String label,
        String hint,
        UUID issuedBy,
        Instant issuedAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt,
        boolean valid) {}
