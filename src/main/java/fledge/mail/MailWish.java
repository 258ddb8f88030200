package fledge.mail;

import fledge.kernel.Labelled;

/** How somebody wants to be told by mail. */
public enum MailWish implements Labelled {
    DAILY,
    AT_ONCE,
    OFF;

    @Override
    public String labelKey() {
        return "mail.wish." + name();
    }
}
