package fledge.amendment;

import fledge.kernel.Labelled;
import fledge.monitoring.Standing;

/** What kind of change an amendment asks for. */
public enum AmendmentKind implements Labelled {
    /** A figure was reported wrongly. */
    ERROR,

    /** The final figure is known only now; the light way: the same signatures, no reason in words. */
    LATE_DATA,

    /** What is counted was defined otherwise. */
    DEFINITION,

    /** The return was missed altogether. */
    LATE_ENTRY;

    public boolean needsWords() {
        return this != LATE_DATA;
    }

    /** How firm the values are that it brings: what was provisional is final with it, what was final is revised by it. */
    Standing meant() {
        return this == LATE_DATA ? Standing.FINAL : Standing.REVISED;
    }

    @Override
    public String labelKey() {
        return "amendment.kind." + name();
    }
}
