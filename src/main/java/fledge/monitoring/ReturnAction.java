package fledge.monitoring;

import static fledge.monitoring.ReturnStatus.*;

import fledge.access.Right;
import fledge.kernel.Labelled;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be done to a return: whence, whither, and by which right; null is the portal's own clock. */
public enum ReturnAction implements Labelled {
    OPEN(null, ReturnStatus.OPEN, SCHEDULED),
    WAIVE(Right.WAIVER_DECIDE, WAIVED, SCHEDULED, ReturnStatus.OPEN),
    SAVE(Right.RETURN_FILL, DRAFT, ReturnStatus.OPEN, RETURNED),
    REQUEST_SIGN_OFF(Right.RETURN_FILL, AWAITING_SIGN_OFF, DRAFT),
    DECLINE_SIGN_OFF(Right.RETURN_CERTIFY, DRAFT, AWAITING_SIGN_OFF),
    TAKE_BACK(Right.RETURN_FILL, DRAFT, AWAITING_SIGN_OFF),
    CERTIFY(Right.RETURN_CERTIFY, SUBMITTED, AWAITING_SIGN_OFF),
    RECALL(Right.RETURN_CERTIFY, DRAFT, SUBMITTED),
    START_REVIEW(Right.RETURN_REVIEW, IN_REVIEW, SUBMITTED),
    PASS_LEVEL(Right.RETURN_REVIEW, IN_REVIEW, IN_REVIEW),
    RETURN(Right.RETURN_REVIEW, RETURNED, IN_REVIEW),
    ACCEPT(Right.RETURN_REVIEW, ACCEPTED, IN_REVIEW),
    UNACCEPT(Right.RETURN_UNACCEPT, IN_REVIEW, ACCEPTED),
    LOCK(null, LOCKED, ACCEPTED),
    CLOSE_WINDOW(null, MISSED, ReturnStatus.OPEN, DRAFT, AWAITING_SIGN_OFF, RETURNED),
    REOPEN(null, DRAFT, LOCKED, MISSED),
    RELOCK(null, LOCKED, DRAFT, AWAITING_SIGN_OFF, RETURNED);

    private final @Nullable Right right;
    private final ReturnStatus to;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody writes to
    private final Set<ReturnStatus> from;

    ReturnAction(@Nullable Right right, ReturnStatus to, ReturnStatus... from) {
        this.right = right;
        this.to = to;
        this.from = Set.of(from);
    }

    public @Nullable Right right() {
        return right;
    }

    public ReturnStatus to() {
        return to;
    }

    public boolean leavesFrom(ReturnStatus status) {
        return from.contains(status);
    }

    @Override
    public String labelKey() {
        return "monitoring.action." + name();
    }
}
