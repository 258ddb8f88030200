package fledge.programme;

import fledge.kernel.Labelled;

/** Where a base value or a target comes from; what a document does not print is missing, never zero. */
public enum FigureStatus implements Labelled {
    PRINTED,
    DERIVED,
    SAMPLE,
    MISSING;

    @Override
    public String labelKey() {
        return "programme.figure-status." + name();
    }
}
