package fledge.monitoring;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The head of a return: whose, for which round, where it stands and who signed.
 *
 * @param validVersionId the version that counts
 * @param reopening while it is reopened by an amendment
 */
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
        @Nullable UUID validVersionId,
        @Nullable Reopening reopening,
        Instant dueAt,
        Instant writableUntil) {

    /** Whether it was first signed after the due date; a correction or an amendment afterwards makes nothing late. */
    public boolean late() {
        return reportedAt != null && !reportedInTime;
    }

    /** Whether a version of it counts; a reopened one's goes on counting. */
    public boolean counts() {
        return validVersionId != null;
    }

    /** Whether a certified version lies before reviewers, or has passed them. */
    public boolean isReported() {
        return counts() || status.isReported();
    }
}
