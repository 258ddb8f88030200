package fledge.apportionment;

import fledge.access.Right;
import fledge.kernel.Labelled;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be done to an amendment: whence, whither, and by which right; null is the portal itself. The planner declines what the decider refuses. */
public enum TargetAmendmentAction implements Labelled {
    PROPOSE(Right.TARGET_AMEND, TargetAmendmentStatus.PROPOSED, TargetAmendmentStatus.DRAFT),
    DISCARD(Right.TARGET_AMEND, TargetAmendmentStatus.WITHDRAWN, TargetAmendmentStatus.DRAFT),
    WITHDRAW(Right.TARGET_AMEND, TargetAmendmentStatus.WITHDRAWN, TargetAmendmentStatus.PROPOSED),
    ENDORSE(Right.TARGET_PLAN, TargetAmendmentStatus.REVIEWED, TargetAmendmentStatus.PROPOSED),
    DECLINE(Right.TARGET_PLAN, TargetAmendmentStatus.REFUSED, TargetAmendmentStatus.PROPOSED),
    APPROVE(Right.TARGET_DECIDE, TargetAmendmentStatus.APPROVED, TargetAmendmentStatus.REVIEWED),
    REFUSE(Right.TARGET_DECIDE, TargetAmendmentStatus.REFUSED, TargetAmendmentStatus.REVIEWED),
    TAKE_EFFECT(null, TargetAmendmentStatus.EFFECTIVE, TargetAmendmentStatus.APPROVED);

    private final @Nullable Right right;
    private final TargetAmendmentStatus to;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody writes to
    private final Set<TargetAmendmentStatus> from;

    TargetAmendmentAction(@Nullable Right right, TargetAmendmentStatus to, TargetAmendmentStatus... from) {
        this.right = right;
        this.to = to;
        this.from = Set.of(from);
    }

    public @Nullable Right right() {
        return right;
    }

    public TargetAmendmentStatus to() {
        return to;
    }

    public boolean leavesFrom(TargetAmendmentStatus status) {
        return from.contains(status);
    }

    @Override
    public String labelKey() {
        return "apportionment.amendment-action." + name();
    }
}
