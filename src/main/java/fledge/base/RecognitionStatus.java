package fledge.base;

import fledge.kernel.Labelled;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** Where a recognition stands; {@link RecognitionAction} declares the ways between, docs/machines/recognition.csv is the specification. */
public enum RecognitionStatus implements Labelled {
    APPLIED,
    NEEDS_SUPPLEMENT,
    RECOMMENDED,
    REVIEW,
    /** Shown to the public for some working days before it is recognised. */
    NOTICE,
    RECOGNISED,
    /** The yearly assessment failed, and the base has a term to put things right. */
    RECTIFYING,
    RENEWAL,
    /** A higher level took its place. */
    UPGRADED,
    EXPIRED,
    REVOKED,
    WITHDRAWN,
    REFUSED;

    public Set<RecognitionAction> actions() {
        var actions = EnumSet.noneOf(RecognitionAction.class);
        Arrays.stream(RecognitionAction.values())
                .filter(action -> action.leavesFrom(this))
                .forEach(actions::add);
        return actions;
    }

    /** Whether the base holds the level while it stands so. */
    public boolean holds() {
        return this == RECOGNISED || this == RECTIFYING || this == RENEWAL;
    }

    /** Whether nothing was decided yet. */
    public boolean isOnItsWay() {
        return compareTo(RECOGNISED) < 0;
    }

    @Override
    public String labelKey() {
        return "recognition.status." + name();
    }
}
