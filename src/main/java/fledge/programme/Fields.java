package fledge.programme;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The fields an event tells of, in order; an absent value is left out. */
final class Fields {

    private final Map<String, Object> values = new LinkedHashMap<>();

    static Fields of(String name, @Nullable Object value) {
        return new Fields().and(name, value);
    }

    Fields and(String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value instanceof Enum<?> constant ? constant.name() : value);
        }
        return this;
    }

    Map<String, Object> map() {
        return values;
    }

    /** What of these fields is otherwise, or not at all, in the others. */
    static Map<String, Object> differing(Map<String, Object> fields, Map<String, Object> others) {
        Map<String, Object> differing = new LinkedHashMap<>(fields);
        differing.entrySet().removeIf(field -> Objects.equals(field.getValue(), others.get(field.getKey())));
        return differing;
    }
}
