package fledge.apportionment;

import fledge.kernel.Quarter;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An amendment as others may see it; a planner's has no author unit, {@code edition} is the one it brought. */
public record TargetAmendmentView(
        UUID id,
        UUID setId,
        int number,
        TargetAmendmentStatus status,
        Instant since,
        @Nullable Instant decideBy,
        TargetAmendmentCause cause,
        String reason,
        String evidence,
        Quarter effectiveFrom,
        UUID authorId,
        @Nullable UUID authorUnitId,
        @Nullable UUID reviewedBy,
        @Nullable UUID decidedBy,
        @Nullable String documentNo,
        @Nullable Integer edition,
        @Nullable Instant effectiveAt) {}
