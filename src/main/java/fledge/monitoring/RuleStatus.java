package fledge.monitoring;

import fledge.kernel.Labelled;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** Where a version of a plausibility rule stands; {@link RuleAction} declares the ways between. */
public enum RuleStatus implements Labelled {
    DRAFT,
    /** It was tried on past quarters. */
    TESTED,
    IN_FORCE,
    RETIRED;

    public Set<RuleAction> actions() {
        var actions = EnumSet.noneOf(RuleAction.class);
        Arrays.stream(RuleAction.values())
                .filter(action -> action.leavesFrom(this))
                .forEach(actions::add);
        return actions;
    }

    @Override
    public String labelKey() {
        return "monitoring.ruleStatus." + name();
    }
}
