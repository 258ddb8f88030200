package fledge.apportionment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An issued edition of a target set, with what was hashed; the first comes from no amendment. */
public record EditionView(
        UUID setId,
        int number,
        String content,
        String hash,
        String documentNo,
        Instant issuedAt,
        @Nullable UUID amendmentId) {}
