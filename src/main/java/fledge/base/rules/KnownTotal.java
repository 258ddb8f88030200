package fledge.base.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The total of those numbers that are known, and of how many it is.
 *
 * <p>Sum over the known ones, exact, in their own unit; what is not printed, or contradicted and not settled, is neither zero nor
 * estimated, so the total says of how many it is. Without any known number there is no total.
 *
 * <p>Clause: seed 000 (Jiangmen), where three of the core bases are named without a figure. Example: 53.22 亿, nothing and 120.6 亿
 * come to 173.82 亿 of 2 out of 3; three unknown ones come to no total of 0 out of 3.
 */
public record KnownTotal(@Nullable BigDecimal sum, int known, int all) {

    /** The total of a column; null is not known. */
    public static KnownTotal of(List<? extends @Nullable BigDecimal> numbers) {
        List<BigDecimal> known = numbers.stream()
                .filter(Objects::nonNull)
                .<BigDecimal>map(number -> number)
                .toList();
        return new KnownTotal(known.stream().reduce(BigDecimal::add).orElse(null), known.size(), numbers.size());
    }

    /** Whether some of the numbers are missing in it. */
    public boolean isPartial() {
        return known < all;
    }
}
