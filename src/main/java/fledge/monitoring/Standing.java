package fledge.monitoring;

import fledge.kernel.Labelled;

/** How firm a reported value is (数据状态). */
public enum Standing implements Labelled {
    FINAL,
    /** Reported, and known to change until it is final (初步数). */
    PROVISIONAL,
    /** Worked out where nothing was counted yet (估算数). */
    ESTIMATED,
    /** Changed after it had been final (修订数). */
    REVISED;

    /** Whether a final value is still to come, and so a day for it. */
    public boolean isOpen() {
        return this == PROVISIONAL || this == ESTIMATED;
    }

    @Override
    public String labelKey() {
        return "monitoring.standing." + name();
    }
}
