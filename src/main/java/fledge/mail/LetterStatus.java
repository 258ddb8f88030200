package fledge.mail;

import fledge.kernel.Labelled;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** Where a letter stands; docs/machines/mail.csv is the specification. */
public enum LetterStatus implements Labelled {
    WAITING,
    SENT,
    FAILED,
    NO_SERVER,
    DROPPED;

    public Set<LetterAction> actions() {
        var actions = EnumSet.noneOf(LetterAction.class);
        Arrays.stream(LetterAction.values())
                .filter(action -> action.leavesFrom(this))
                .forEach(actions::add);
        return actions;
    }

    @Override
    public String labelKey() {
        return "mail.status." + name();
    }
}
