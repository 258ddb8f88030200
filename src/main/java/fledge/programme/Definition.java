package fledge.programme;

import org.jspecify.annotations.Nullable;

/** What is counted (口径), by which formula, and what stands above and below the line of a ratio. */
public record Definition(
        @Nullable Bilingual text,
        @Nullable String formula,
        @Nullable Bilingual numerator,
        @Nullable Bilingual denominator) {

    public static final Definition NONE = new Definition(null, null, null, null);
}
