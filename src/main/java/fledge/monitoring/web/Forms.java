package fledge.monitoring.web;

import org.jspecify.annotations.Nullable;

/** What forms carry beside what people type. */
final class Forms {

    private Forms() {}

    /** The version a form showed; one that no object ever has where it is not a number. */
    static int version(@Nullable String text) {
        try {
            return text == null ? -1 : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
