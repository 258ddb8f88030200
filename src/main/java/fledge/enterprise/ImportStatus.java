package fledge.enterprise;

import fledge.kernel.Labelled;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** Where an import stands; docs/machines/enterprise-import.csv is the specification. */
public enum ImportStatus implements Labelled {
    /** Waits to be read, or is being read. */
    RECEIVED,
    /** Waits for somebody's word. */
    READ,
    /** Waits to be written, or is being written. */
    CONFIRMED,
    DONE,
    /** Its file could not be read. */
    REFUSED,
    DISCARDED;

    public Set<ImportAction> actions() {
        var actions = EnumSet.noneOf(ImportAction.class);
        Arrays.stream(ImportAction.values())
                .filter(action -> action.leavesFrom(this))
                .forEach(actions::add);
        return actions;
    }

    /** Whether a job has it in hand. */
    public boolean isRunning() {
        return this == RECEIVED || this == CONFIRMED;
    }

    public boolean isOpen() {
        return isRunning() || this == READ;
    }

    @Override
    public String labelKey() {
        return "enterprise.import.status." + name();
    }
}
