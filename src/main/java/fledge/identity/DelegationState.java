package fledge.identity;

import fledge.kernel.Labelled;

/** Where a delegation stands: one for an absent person waits for a second administrator first. */
public enum DelegationState implements Labelled {
    PROPOSED,
    IN_FORCE,
    ENDED;

    @Override
    public String labelKey() {
        return "identity.delegation.state." + name();
    }
}
