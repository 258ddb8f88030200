package fledge.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A form that came with an expired session, kept in the new one until its sender has signed in again. Nothing of it is done
 * before that person has looked at it and sent it once more.
 */
record TypedForm(short cityId, String path, List<Field> fields) implements Serializable {

    static final String KEY = "fledge.typed";

    /** Enough for a quarter's return with all its notes. */
    private static final int MOST_CHARACTERS = 200_000;

    /** One typed value. */
    record Field(String name, String value) implements Serializable {}

    /** What was typed; null if there is nothing to keep, or too much. */
    static @Nullable TypedForm of(HttpServletRequest request, short cityId) {
        var fields = new ArrayList<Field>();
        int characters = 0;
        for (var parameter : request.getParameterMap().entrySet()) {
            String name = parameter.getKey();
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.equals("_csrf") || lower.contains("password")) {
                continue;
            }
            for (String value : parameter.getValue()) {
                fields.add(new Field(name, value));
                characters += name.length() + value.length();
            }
        }
        return characters == 0 || characters > MOST_CHARACTERS
                ? null
                : new TypedForm(cityId, SignedIn.path(request), List.copyOf(fields));
    }
}
