package fledge.representative;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says who wants to act for an enterprise; {@code grounds} is by which the city can hold it against its own
 * knowledge. Without a {@code capacity} it is refused.
 */
public record Claim(
        String creditCode, String enterpriseName, @Nullable Capacity capacity, String grounds) {

    /** Of a claim that was not refused. */
    Capacity chosen() {
        return Objects.requireNonNull(capacity);
    }
}
