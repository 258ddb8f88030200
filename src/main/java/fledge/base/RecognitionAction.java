package fledge.base;

import static fledge.base.RecognitionStatus.*;

import fledge.access.Right;
import fledge.kernel.Labelled;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be done to a recognition: whence, whither, and by which right; null comes by itself. */
public enum RecognitionAction implements Labelled {
    ASK_SUPPLEMENT(Right.RECOGNITION_RECOMMEND, NEEDS_SUPPLEMENT, APPLIED),
    RESUBMIT(Right.RECOGNITION_APPLY, APPLIED, NEEDS_SUPPLEMENT),
    /** The term for the supplement is over. */
    LAPSE(null, REFUSED, NEEDS_SUPPLEMENT),
    WITHDRAW(Right.RECOGNITION_APPLY, WITHDRAWN, APPLIED),
    RECOMMEND(Right.RECOGNITION_RECOMMEND, RECOMMENDED, APPLIED),
    START_REVIEW(Right.RECOGNITION_HANDLE, REVIEW, RECOMMENDED),
    PASS(Right.RECOGNITION_DECIDE, NOTICE, REVIEW),
    REFUSE(Right.RECOGNITION_DECIDE, REFUSED, APPLIED, REVIEW, NOTICE),
    RECOGNISE(Right.RECOGNITION_DECIDE, RECOGNISED, NOTICE),
    /** The yearly assessment was passed: it keeps its level. */
    KEEP(Right.RECOGNITION_HANDLE, RECOGNISED, RECOGNISED),
    /** The yearly assessment failed. */
    DEMAND(Right.RECOGNITION_HANDLE, RECTIFYING, RECOGNISED),
    CONFIRM(Right.RECOGNITION_HANDLE, RECOGNISED, RECTIFYING),
    ASK_RENEWAL(Right.RECOGNITION_APPLY, RENEWAL, RECOGNISED),
    RENEW(Right.RECOGNITION_DECIDE, RECOGNISED, RENEWAL),
    DECLINE_RENEWAL(Right.RECOGNITION_DECIDE, EXPIRED, RENEWAL),
    REVOKE(Right.RECOGNITION_DECIDE, REVOKED, RECOGNISED, RECTIFYING),
    LEAVE(Right.RECOGNITION_APPLY, WITHDRAWN, RECOGNISED),
    /** Its last day is over, and nobody asked for renewal. */
    EXPIRE(null, EXPIRED, RECOGNISED),
    /** The next level was recognised. */
    UPGRADE(null, UPGRADED, RECOGNISED, RENEWAL);

    private final @Nullable Right right;
    private final RecognitionStatus to;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody writes to
    private final Set<RecognitionStatus> from;

    RecognitionAction(@Nullable Right right, RecognitionStatus to, RecognitionStatus... from) {
        this.right = right;
        this.to = to;
        this.from = Set.of(from);
    }

    public @Nullable Right right() {
        return right;
    }

    public RecognitionStatus to() {
        return to;
    }

    public boolean leavesFrom(RecognitionStatus status) {
        return from.contains(status);
    }

    @Override
    public String labelKey() {
        return "recognition.action." + name();
    }
}
