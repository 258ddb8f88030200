package fledge.monitoring;

import fledge.kernel.Labelled;

/** Why two sources differ. */
public enum DifferenceReason implements Labelled {
    DEFINITION,
    TIMING,
    COVERAGE,
    ERROR_THERE,
    ERROR_HERE,
    OTHER;

    @Override
    public String labelKey() {
        return "monitoring.difference." + name();
    }
}
