package fledge.apportionment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A target set as others may see it; {@code edition} is 0 until it is issued. */
public record TargetSetView(
        UUID id,
        int version,
        UUID programmeId,
        int number,
        String name,
        TargetSetStatus status,
        Instant since,
        UUID plannedBy,
        @Nullable UUID submittedBy,
        @Nullable UUID approvedBy,
        @Nullable Instant approvedAt,
        @Nullable String documentNo,
        @Nullable UUID issuedBy,
        @Nullable Instant issuedAt,
        int edition) {}
