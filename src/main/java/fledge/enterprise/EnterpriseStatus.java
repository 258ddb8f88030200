package fledge.enterprise;

import fledge.kernel.Labelled;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** How an enterprise stands with the registration authority; docs/machines/enterprise.csv is the specification. */
public enum EnterpriseStatus implements Labelled {
    ACTIVE,
    SUSPENDED,
    REVOKED,
    CANCELLED;

    public Set<EnterpriseAction> actions() {
        var actions = EnumSet.noneOf(EnterpriseAction.class);
        Arrays.stream(EnterpriseAction.values())
                .filter(action -> action.leavesFrom(this))
                .forEach(actions::add);
        return actions;
    }

    /** Whether it may do business, or may again without a new registration. */
    public boolean isRegistered() {
        return this == ACTIVE || this == SUSPENDED;
    }

    @Override
    public String labelKey() {
        return "enterprise.status." + name();
    }
}
