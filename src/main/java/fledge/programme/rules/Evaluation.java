package fledge.programme.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How an indicator stands.
 *
 * @param verdict decided on unrounded figures
 * @param obstacle what keeps the verdict from being final, if anything
 * @param year the year the result stands for; absent without a result
 * @param measured the result in the goal's unit, cut off after 30 decimals; percent for growth and shares
 * @param completion the result in percent of the goal (of a range: of its lower end); for growth, growth / goal
 * @param difference result minus goal, in the goal's unit
 * @param approximate whether the goal itself is only "about"
 * @param missingYears the years that have no figure
 * @param years the single years, where every year is judged alone
 */
public record Evaluation(
        Verdict verdict,
        @Nullable Obstacle obstacle,
        @Nullable Integer year,
        @Nullable BigDecimal measured,
        @Nullable BigDecimal completion,
        @Nullable BigDecimal difference,
        boolean approximate,
        List<Integer> missingYears,
        List<YearResult> years) {

    public Evaluation {
        missingYears = List.copyOf(missingYears);
        years = List.copyOf(years);
    }

    /** The number for a page: two decimals, half up. */
    public static @Nullable BigDecimal shown(@Nullable BigDecimal exact) {
        return exact == null ? null : exact.setScale(2, RoundingMode.HALF_UP);
    }

    public @Nullable BigDecimal shownMeasured() {
        return shown(measured);
    }

    public @Nullable BigDecimal shownCompletion() {
        return shown(completion);
    }

    /** The sum of the single years that have a figure. */
    public BigDecimal total() {
        return years.stream()
                .map(YearResult::measured)
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
