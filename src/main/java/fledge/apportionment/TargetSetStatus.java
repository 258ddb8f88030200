package fledge.apportionment;

import fledge.kernel.Labelled;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** Where a target set stands; {@link TargetSetAction} declares the ways between, docs/machines/target-set.csv is the specification. */
public enum TargetSetStatus implements Labelled {
    DRAFT,
    CONSULTATION,
    SUBMITTED,
    APPROVED,
    ISSUED,
    CLOSED,
    CANCELLED;

    /** Whether it binds units, or did until its period was over. */
    public boolean binds() {
        return this == ISSUED || this == CLOSED;
    }

    public Set<TargetSetAction> actions() {
        var actions = EnumSet.noneOf(TargetSetAction.class);
        Arrays.stream(TargetSetAction.values())
                .filter(action -> action.leavesFrom(this))
                .forEach(actions::add);
        return actions;
    }

    @Override
    public String labelKey() {
        return "apportionment.set-status." + name();
    }
}
