package fledge.mail;

import fledge.kernel.Labelled;

/** What a letter is for: to tell what waits, or to find out whether the address is right. */
public enum LetterPurpose implements Labelled {
    NEWS,
    CODE;

    @Override
    public String labelKey() {
        return "mail.purpose." + name();
    }
}
