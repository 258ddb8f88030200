package fledge.amendment;

import fledge.kernel.Labelled;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** Where an amendment stands; {@link AmendmentAction} declares the ways between, docs/machines/amendment.csv is the specification. */
public enum AmendmentStatus implements Labelled {
    DRAFT,
    REQUESTED,
    OPEN,
    RESUBMITTED,
    COMPLETED,
    REFUSED,
    LAPSED,
    WITHDRAWN;

    /** Whether it stands in the way of another amendment of the same return. */
    public boolean isAlive() {
        return this == REQUESTED || this == OPEN || this == RESUBMITTED;
    }

    public Set<AmendmentAction> actions() {
        var actions = EnumSet.noneOf(AmendmentAction.class);
        Arrays.stream(AmendmentAction.values())
                .filter(action -> action.leavesFrom(this))
                .forEach(actions::add);
        return actions;
    }

    @Override
    public String labelKey() {
        return "amendment.status." + name();
    }
}
