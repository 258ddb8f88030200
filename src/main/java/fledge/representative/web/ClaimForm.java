package fledge.representative.web;

import fledge.representative.Capacity;
import fledge.representative.Claim;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A claim to act for an enterprise as it is typed. */
record ClaimForm(
        @Nullable String creditCode,
        @Nullable String enterpriseName,
        @Nullable String capacity,
        @Nullable String grounds) {

    Claim claim() {
        Capacity chosen = Stream.of(Capacity.values())
                .filter(one -> one.name().equals(capacity))
                .findFirst()
                .orElse(null);
        return new Claim(text(creditCode), text(enterpriseName), chosen, text(grounds));
    }

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
