package fledge.mail;

import fledge.kernel.Labelled;

/** Why a letter was not sent: the server's doing, or nobody wants it any more. */
public enum LetterReason implements Labelled {
    UNREACHABLE,
    SIGN_IN_REFUSED,
    ADDRESS_REFUSED,
    REFUSED,
    ACCOUNT_CLOSED,
    SWITCHED_OFF,
    NOTHING_WAITS;

    /** Whether every other letter would fail now for the same reason. */
    boolean concernsServer() {
        return this == UNREACHABLE || this == SIGN_IN_REFUSED;
    }

    @Override
    public String labelKey() {
        return "mail.reason." + name();
    }
}
