package fledge.programme;

import fledge.kernel.Labelled;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * Where a version of a definition stands; {@link DefinitionAction} declares the ways between, docs/machines/definition.csv is the
 * specification. What is in force and what is superseded is read from the calendar and never stored.
 */
public enum DefinitionStatus implements Labelled {
    DRAFT,
    TESTED,
    APPROVED,
    EFFECTIVE,
    SUPERSEDED,
    WITHDRAWN;

    /** Whether it was approved, whether or not its time has come. */
    public boolean isSettled() {
        return this == APPROVED || this == EFFECTIVE || this == SUPERSEDED;
    }

    /** Whether it is still being worked on. */
    public boolean isProposal() {
        return this == DRAFT || this == TESTED;
    }

    public Set<DefinitionAction> actions() {
        var actions = EnumSet.noneOf(DefinitionAction.class);
        Arrays.stream(DefinitionAction.values())
                .filter(action -> action.leavesFrom(this))
                .forEach(actions::add);
        return actions;
    }

    @Override
    public String labelKey() {
        return "programme.definition-status." + name();
    }
}
