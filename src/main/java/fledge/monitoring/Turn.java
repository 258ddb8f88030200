package fledge.monitoring;

import fledge.access.Role;
import fledge.kernel.Labelled;
import org.jspecify.annotations.Nullable;

/** Whose turn a return is (轮到谁办): each turn has a clock of its own. */
public enum Turn implements Labelled {
    FILL(Role.PREPARER),
    SIGN(Role.CERTIFIER),
    CORRECT(Role.PREPARER),
    REVIEW_1(Role.REVIEWER),
    REVIEW_2(Role.REVIEWER);

    private final Role role;

    Turn(Role role) {
        this.role = role;
    }

    /** Who has to act. */
    public Role role() {
        return role;
    }

    public boolean isReview() {
        return this == REVIEW_1 || this == REVIEW_2;
    }

    /** Whose turn a return is; null where nobody has to act. A return lies before the first reviewer as soon as it is signed. */
    static @Nullable Turn of(Return report) {
        return switch (report.status()) {
            case OPEN, DRAFT, RETURNED -> report.correctUntil() == null ? FILL : CORRECT;
            case AWAITING_SIGN_OFF -> SIGN;
            case SUBMITTED -> REVIEW_1;
            case IN_REVIEW -> report.reviewLevel() > 1 ? REVIEW_2 : REVIEW_1;
            case SCHEDULED, ACCEPTED, LOCKED, MISSED, WAIVED -> null;
        };
    }

    @Override
    public String labelKey() {
        return "monitoring.turn." + name();
    }
}
