package fledge.monitoring;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The head of a return: whose, for which round, where it stands and who signed. */
public record ReturnView(
        UUID id,
        int version,
        UUID unitId,
        RoundView round,
        ReturnStatus status,
        Instant since,
        int reviewLevel,
        @Nullable UUID preparedBy,
        @Nullable UUID certifiedBy,
        @Nullable Instant certifiedAt,
        @Nullable UUID acceptedBy,
        @Nullable Instant acceptedAt,
        @Nullable Instant correctUntil,
        @Nullable String waiverReason,
        @Nullable UUID waiverProposedBy,
        int submissions,
        Instant writableUntil) {

    /** Whether it was signed after the due date. */
    public boolean late() {
        return certifiedAt != null && !certifiedAt.isBefore(round.dueAt());
    }
}
