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
        @Nullable Instant reportedAt,
        boolean reportedInTime,
        int cellsAsked,
        int cellsFilled,
        Instant dueAt,
        Instant writableUntil) {

    /** Whether it was first signed after the due date; a correction afterwards makes nothing late. */
    public boolean late() {
        return reportedAt != null && !reportedInTime;
    }
}
