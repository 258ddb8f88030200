package fledge.monitoring;

import fledge.kernel.Labelled;

/** Why a reviewer sends a return back. */
public enum SendBackReason implements Labelled {
    WRONG_FIGURE,
    WRONG_UNIT,
    WRONG_DEFINITION,
    EXPLANATION_DOUBTED,
    INCOMPLETE,
    OTHER;

    @Override
    public String labelKey() {
        return "monitoring.send-back." + name();
    }
}
