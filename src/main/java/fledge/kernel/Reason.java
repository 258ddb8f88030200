package fledge.kernel;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why something is refused: a message key with its arguments, and the form field it belongs to, if one does.
 *
 * <p>An argument that is {@link Labelled} is shown by its own message.
 */
public record Reason(@Nullable String field, String key, List<Serializable> args) implements Serializable {

    public Reason {
        args = List.copyOf(args);
    }

    /** A reason that concerns the whole form. */
    public static Reason of(String key, Serializable... args) {
        return new Reason(null, key, List.of(args));
    }

    /** A reason that concerns one field. */
    public static Reason on(String field, String key, Serializable... args) {
        return new Reason(field, key, List.of(args));
    }

    /** The same reason, shown at that field. */
    public Reason at(String field) {
        return new Reason(field, key, args);
    }
}
