package fledge.apportionment;

import fledge.access.Right;
import fledge.kernel.Labelled;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be done to a target set: whence, whither, and by which right. */
public enum TargetSetAction implements Labelled {
    CIRCULATE(Right.TARGET_PLAN, TargetSetStatus.CONSULTATION, TargetSetStatus.DRAFT),
    REVISE(Right.TARGET_PLAN, TargetSetStatus.DRAFT, TargetSetStatus.CONSULTATION),
    SUBMIT(Right.TARGET_PLAN, TargetSetStatus.SUBMITTED, TargetSetStatus.CONSULTATION),
    RETURN(Right.TARGET_DECIDE, TargetSetStatus.DRAFT, TargetSetStatus.SUBMITTED),
    APPROVE(Right.TARGET_DECIDE, TargetSetStatus.APPROVED, TargetSetStatus.SUBMITTED),
    RESCIND(Right.TARGET_DECIDE, TargetSetStatus.DRAFT, TargetSetStatus.APPROVED),
    ISSUE(Right.TARGET_PLAN, TargetSetStatus.ISSUED, TargetSetStatus.APPROVED),
    CANCEL(Right.TARGET_PLAN, TargetSetStatus.CANCELLED, TargetSetStatus.DRAFT),
    CLOSE(Right.TARGET_PLAN, TargetSetStatus.CLOSED, TargetSetStatus.ISSUED);

    private final @Nullable Right right;
    private final TargetSetStatus to;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody writes to
    private final Set<TargetSetStatus> from;

    TargetSetAction(@Nullable Right right, TargetSetStatus to, TargetSetStatus... from) {
        this.right = right;
        this.to = to;
        this.from = Set.of(from);
    }

    public @Nullable Right right() {
        return right;
    }

    public TargetSetStatus to() {
        return to;
    }

    public boolean leavesFrom(TargetSetStatus status) {
        return from.contains(status);
    }

    @Override
    public String labelKey() {
        return "apportionment.set-action." + name();
    }
}
