package fledge.base;

import fledge.kernel.Labelled;

/** Whether a result is promised for a year or said to have been reached. */
public enum ResultNature implements Labelled {
    PROMISED,
    REACHED;

    @Override
    public String labelKey() {
        return "base.nature." + name();
    }
}
