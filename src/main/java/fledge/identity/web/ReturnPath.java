package fledge.identity.web;

import org.jspecify.annotations.Nullable;

/** Where somebody goes after the sign-in: a path of the same city and nothing else, because the address bar is anybody's. */
final class ReturnPath {

    static final String DESK = "/desk";
    private static final int LONGEST = 1000;

    private ReturnPath() {}

    static String safe(@Nullable String wanted) {
        boolean safe = wanted != null
                && wanted.length() <= LONGEST
                && wanted.startsWith("/")
                && !wanted.startsWith("//")
                && !wanted.startsWith("/sign-")
                && wanted.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\');
        return safe && wanted != null ? wanted : DESK;
    }
}
