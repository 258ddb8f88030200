package fledge.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account to be opened: for a new person of that name, or for a person who has one already. A listed account is shown on
 * the sign-in page of the demonstration, with what it can do.
 */
public record NewAccount(
        String login,
        String personName,
        @Nullable UUID personId,
        String password,
        boolean mustChangePassword,
        boolean listed,
        @Nullable String whatZh,
        @Nullable String whatEn) {

    /** An ordinary account of a new person. */
    public static NewAccount of(String login, String personName, String password) {
        return new NewAccount(login, personName, null, password, false, false, null, null);
    }

    /** An account of the demonstration. */
    public static NewAccount listed(String login, String personName, String password, String whatZh, String whatEn) {
        return new NewAccount(login, personName, null, password, false, true, whatZh, whatEn);
    }

    @Override
    public String toString() {
        return "NewAccount[" + login + "]";
    }
}
