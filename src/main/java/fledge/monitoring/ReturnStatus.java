package fledge.monitoring;

import fledge.kernel.Labelled;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** Where a return stands; {@link ReturnAction} declares the ways between, docs/machines/report.csv is the specification. */
public enum ReturnStatus implements Labelled {
    SCHEDULED,
    OPEN,
    DRAFT,
    AWAITING_SIGN_OFF,
    SUBMITTED,
    IN_REVIEW,
    RETURNED,
    ACCEPTED,
    LOCKED,
    MISSED,
    WAIVED;

    /** Whether the unit may still write figures. */
    public boolean isWritable() {
        return this == OPEN || this == DRAFT || this == RETURNED;
    }

    /** Whether the figures count. */
    public boolean counts() {
        return this == ACCEPTED || this == LOCKED;
    }

    /** Whether a certified version lies before reviewers, or has passed them. */
    public boolean isReported() {
        return this == SUBMITTED || this == IN_REVIEW || counts();
    }

    public Set<ReturnAction> actions() {
        var actions = EnumSet.noneOf(ReturnAction.class);
        Arrays.stream(ReturnAction.values())
                .filter(action -> action.leavesFrom(this))
                .forEach(actions::add);
        return actions;
    }

    @Override
    public String labelKey() {
        return "monitoring.status." + name();
    }
}
