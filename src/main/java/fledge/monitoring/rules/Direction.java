package fledge.monitoring.rules;

import fledge.kernel.Labelled;

/** Whether more of it is wanted, or less. */
public enum Direction implements Labelled {
    HIGHER_IS_BETTER,
    LOWER_IS_BETTER;

    @Override
    public String labelKey() {
        return "monitoring.direction." + name();
    }
}
