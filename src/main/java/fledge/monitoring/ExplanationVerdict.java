package fledge.monitoring;

import fledge.kernel.Labelled;

/** What a reviewer makes of an explanation. */
public enum ExplanationVerdict implements Labelled {
    ACCEPTED,
    DOUBTED;

    @Override
    public String labelKey() {
        return "monitoring.verdict." + name();
    }
}
