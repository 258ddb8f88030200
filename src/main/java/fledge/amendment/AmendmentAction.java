package fledge.amendment;

import static fledge.amendment.AmendmentStatus.COMPLETED;
import static fledge.amendment.AmendmentStatus.DRAFT;
import static fledge.amendment.AmendmentStatus.LAPSED;
import static fledge.amendment.AmendmentStatus.OPEN;
import static fledge.amendment.AmendmentStatus.REFUSED;
import static fledge.amendment.AmendmentStatus.REQUESTED;
import static fledge.amendment.AmendmentStatus.RESUBMITTED;
import static fledge.amendment.AmendmentStatus.WITHDRAWN;

import fledge.access.Right;
import fledge.kernel.Labelled;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What can be done to an amendment: whence, whither, and by which right. Those by a right of returns follow the return, in the
 * same transaction; null is the portal's own clock.
 */
public enum AmendmentAction implements Labelled {
    REQUEST(Right.AMENDMENT_REQUEST, REQUESTED, DRAFT),
    DISCARD(Right.AMENDMENT_REQUEST, WITHDRAWN, DRAFT),
    WITHDRAW(Right.AMENDMENT_REQUEST, WITHDRAWN, REQUESTED),
    REFUSE(Right.AMENDMENT_DECIDE, REFUSED, REQUESTED),
    APPROVE(Right.AMENDMENT_DECIDE, OPEN, REQUESTED),
    EXPIRE(null, LAPSED, OPEN),
    GIVE_UP(Right.AMENDMENT_REQUEST, LAPSED, OPEN),
    CERTIFY(Right.RETURN_CERTIFY, RESUBMITTED, OPEN),
    RECALL(Right.RETURN_CERTIFY, OPEN, RESUBMITTED),
    RETURN(Right.RETURN_REVIEW, OPEN, RESUBMITTED),
    ACCEPT(Right.RETURN_REVIEW, COMPLETED, RESUBMITTED);

    private final @Nullable Right right;
    private final AmendmentStatus to;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody writes to
    private final Set<AmendmentStatus> from;

    AmendmentAction(@Nullable Right right, AmendmentStatus to, AmendmentStatus... from) {
        this.right = right;
        this.to = to;
        this.from = Set.of(from);
    }

    public @Nullable Right right() {
        return right;
    }

    public AmendmentStatus to() {
        return to;
    }

    public boolean leavesFrom(AmendmentStatus status) {
        return from.contains(status);
    }

    @Override
    public String labelKey() {
        return "amendment.action." + name();
    }
}
