package fledge.apportionment;

import fledge.kernel.Labelled;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** Where an amendment stands; docs/machines/target-amendment.csv is the specification. */
public enum TargetAmendmentStatus implements Labelled {
    DRAFT,
    PROPOSED,
    REVIEWED,
    APPROVED,
    EFFECTIVE,
    REFUSED,
    WITHDRAWN;

    public Set<TargetAmendmentAction> actions() {
        var actions = EnumSet.noneOf(TargetAmendmentAction.class);
        Arrays.stream(TargetAmendmentAction.values())
                .filter(action -> action.leavesFrom(this))
                .forEach(actions::add);
        return actions;
    }

    @Override
    public String labelKey() {
        return "apportionment.amendment-status." + name();
    }
}
