package fledge.base;

import org.jspecify.annotations.Nullable;

/** Where something is printed: a document, a line of it, and its words; empty where an officer knows it otherwise. */
public record Source(String document, @Nullable Integer line, String quote) {

    /** Not from a document. */
    public static final Source NONE = new Source("", null, "");

    public boolean isNamed() {
        return !document.isEmpty();
    }
}
