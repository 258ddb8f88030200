package fledge.monitoring;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A certified version of a return: its receipt, who signed it when, and the hash of what was signed. */
public record VersionView(
        UUID id,
        UUID returnId,
        int number,
        String receipt,
        String hash,
        UUID preparedBy,
        @Nullable UUID preparedFor,
        UUID certifiedBy,
        @Nullable UUID certifiedFor,
        Instant certifiedAt,
        boolean timely) {}
