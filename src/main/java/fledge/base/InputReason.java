package fledge.base;

import fledge.kernel.FieldName;
import fledge.kernel.Reason;
import java.io.Serializable;
import java.util.stream.Stream;

/** Says why the value of one field is refused, and names the field first. */
public final class InputReason {

    private InputReason() {}

    /** The message's first argument is the field's name, the others follow. */
    public static Reason on(String field, String key, Serializable... others) {
        return new Reason(
                field,
                key,
                Stream.concat(Stream.of(new FieldName("base.input." + field)), Stream.of(others))
                        .toList());
    }
}
