package fledge.identity;

import fledge.access.Role;
import java.util.List;
import java.util.Locale;

/** An account on the sign-in page of the demonstration. */
public record ListedAccount(String login, String personName, String whatZh, String whatEn, List<Post> posts) {

    /** A role and the unit it is held in. */
    public record Post(Role role, String unitName) {}

    public String what(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? whatEn : whatZh;
    }
}
