package fledge.monitoring;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How far one unit has come with its return of a round, read without the return itself. */
public record UnitAnswer(
        UUID returnId,
        UUID unitId,
        ReturnStatus status,
        @Nullable UUID validVersionId) {

    boolean counts() {
        return validVersionId != null;
    }

    /** Whether a certified version lies before reviewers, or has passed them. */
    public boolean isReported() {
        return counts() || status.isReported();
    }

    /** Asked for, and not in the sums. */
    boolean isMissing() {
        return !counts() && status != ReturnStatus.WAIVED;
    }
}
