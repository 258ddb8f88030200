package fledge.apportionment;

import fledge.kernel.Labelled;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** Where a line of a target set stands; docs/machines/target-line.csv is the specification. */
public enum TargetLineStatus implements Labelled {
    PROPOSED,
    COUNTERED,
    AGREED,
    ESCALATED,
    SETTLED,
    ISSUED,
    ACKNOWLEDGED,
    SUPERSEDED;

    /** Whether the lead unit may still write another number, if need be by voiding an agreement. */
    public boolean isWritable() {
        return this == PROPOSED || this == AGREED;
    }

    public Set<TargetLineAction> actions() {
        var actions = EnumSet.noneOf(TargetLineAction.class);
        Arrays.stream(TargetLineAction.values())
                .filter(action -> action.leavesFrom(this))
                .forEach(actions::add);
        return actions;
    }

    @Override
    public String labelKey() {
        return "apportionment.line-status." + name();
    }
}
