package fledge.mail;

import fledge.kernel.Labelled;
import java.util.Locale;

/** The language in which somebody gets mail. */
public enum MailLanguage implements Labelled {
    ZH(Locale.SIMPLIFIED_CHINESE),
    EN(Locale.ENGLISH);

    private final Locale locale;

    MailLanguage(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** The one that is spoken on the pages in that language. */
    public static MailLanguage of(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? EN : ZH;
    }

    @Override
    public String labelKey() {
        return "mail.language." + name();
    }
}
