package fledge.representative;

import fledge.kernel.Labelled;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** How far the claim to act for an enterprise has come; docs/machines/representative.csv is the specification. */
public enum RepresentativeStatus implements Labelled {
    CLAIMED,
    CONFIRMED,
    REFUSED,
    WITHDRAWN,
    ENDED;

    public Set<RepresentativeAction> actions() {
        var actions = EnumSet.noneOf(RepresentativeAction.class);
        Arrays.stream(RepresentativeAction.values())
                .filter(action -> action.from() == this)
                .forEach(actions::add);
        return actions;
    }

    @Override
    public String labelKey() {
        return "representative.status." + name();
    }
}
