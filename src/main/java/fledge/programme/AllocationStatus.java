package fledge.programme;

import fledge.kernel.Labelled;

/** Where the split of a target stands. */
public enum AllocationStatus implements Labelled {
    DRAFT,
    ISSUED;

    @Override
    public String labelKey() {
        return "programme.allocation-status." + name();
    }
}
