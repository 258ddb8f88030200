package fledge.monitoring.rules;

import fledge.kernel.Labelled;

/** The traffic light of an indicator; always shown with its word. */
public enum Light implements Labelled {
    GREEN,
    YELLOW,
    RED,
    /** Not due yet, not reported, or nothing to compare with. */
    GREY;

    @Override
    public String labelKey() {
        return "monitoring.light." + name();
    }
}
