package fledge.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An absent list of a file is an empty one. */
final class Lists {

    private Lists() {}

    static <T> List<T> of(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
