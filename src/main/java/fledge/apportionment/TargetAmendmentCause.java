package fledge.apportionment;

import fledge.kernel.Labelled;

/** Why issued targets may change at all. */
public enum TargetAmendmentCause implements Labelled {
    POLICY_CHANGE,
    BOUNDARY_CHANGE,
    ERROR,
    FORCE_MAJEURE;

    @Override
    public String labelKey() {
        return "apportionment.cause." + name();
    }
}
