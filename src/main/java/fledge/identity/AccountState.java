package fledge.identity;

import fledge.kernel.Labelled;

/** Whether one can sign in with an account: LOCKED is for a while, CLOSED for good. */
public enum AccountState implements Labelled {
    OPEN,
    LOCKED,
    CLOSED;

    @Override
    public String labelKey() {
        return "identity.account.state." + name();
    }
}
