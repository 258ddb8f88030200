package fledge.enterprise;

import fledge.kernel.Labelled;

/** What a row of an import is to the register. */
public enum ImportVerdict implements Labelled {
    NEW,
    CHANGED,
    UNCHANGED,
    REFUSED,
    /** The register changed after the row was read, so that the row was not written. */
    OVERTAKEN;

    @Override
    public String labelKey() {
        return "enterprise.import.verdict." + name();
    }
}
