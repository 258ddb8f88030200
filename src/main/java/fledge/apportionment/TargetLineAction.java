package fledge.apportionment;

import fledge.access.Right;
import fledge.kernel.Labelled;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be done to a line: whence, whither, and by which right; null is the portal itself. */
public enum TargetLineAction implements Labelled {
    AGREE(Right.TARGET_ANSWER, TargetLineStatus.AGREED, TargetLineStatus.PROPOSED),
    COUNTER(Right.TARGET_ANSWER, TargetLineStatus.COUNTERED, TargetLineStatus.PROPOSED),
    NO_ANSWER(null, TargetLineStatus.ESCALATED, TargetLineStatus.PROPOSED),
    ACCEPT_COUNTER(Right.TARGET_PLAN, TargetLineStatus.AGREED, TargetLineStatus.COUNTERED),
    REPROPOSE(Right.TARGET_PLAN, TargetLineStatus.PROPOSED, TargetLineStatus.COUNTERED, TargetLineStatus.AGREED),
    INSIST(Right.TARGET_PLAN, TargetLineStatus.ESCALATED, TargetLineStatus.COUNTERED),
    SETTLE(Right.TARGET_DECIDE, TargetLineStatus.SETTLED, TargetLineStatus.ESCALATED),
    ISSUE(null, TargetLineStatus.ISSUED, TargetLineStatus.AGREED, TargetLineStatus.SETTLED),
    ACKNOWLEDGE(Right.TARGET_ANSWER, TargetLineStatus.ACKNOWLEDGED, TargetLineStatus.ISSUED),
    SUPERSEDE(null, TargetLineStatus.SUPERSEDED, TargetLineStatus.ISSUED, TargetLineStatus.ACKNOWLEDGED);

    private final @Nullable Right right;
    private final TargetLineStatus to;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody writes to
    private final Set<TargetLineStatus> from;

    TargetLineAction(@Nullable Right right, TargetLineStatus to, TargetLineStatus... from) {
        this.right = right;
        this.to = to;
        this.from = Set.of(from);
    }

    public @Nullable Right right() {
        return right;
    }

    public TargetLineStatus to() {
        return to;
    }

    public boolean leavesFrom(TargetLineStatus status) {
        return from.contains(status);
    }

    @Override
    public String labelKey() {
        return "apportionment.line-action." + name();
    }
}
