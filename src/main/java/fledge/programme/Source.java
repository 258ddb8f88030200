package fledge.programme;

import org.jspecify.annotations.Nullable;

/** Where a document prints it: the document, the line in the copy at hand, and the words. */
public record Source(
        @Nullable String document,
        @Nullable Integer line,
        @Nullable String quote) {

    public static final Source NONE = new Source(null, null, null);
}
