package fledge.monitoring.rules;

import fledge.kernel.Quarter;
import fledge.programme.rules.Comparison;
import fledge.programme.rules.Evaluation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How much of a goal should be reached by the end of a quarter (序时进度), in percent.
 *
 * <p>Even over the programme: quarters gone / quarters in all × 100, never below 0 or above 100. Goals of single years:
 * quarters gone of the year × 25. Levels that hold all the time (shares, coverage, yearly rates): always 100. A milestone is
 * expected only in the last quarter; a sentence and a figure without a goal have no pace. Cut off after 30 decimals.
 * Example: the second quarter of the second of three years is 6 / 12 = 50 %.
 */
public final class Pace {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Pace() {}

    /** The percent expected at the end of {@code now} of a goal that runs from the first to the last quarter. */
    public static @Nullable BigDecimal expected(Comparison comparison, Quarter first, Quarter last, Quarter now) {
        return switch (comparison) {
            case RATIO_FLOOR, COVERAGE, GROWTH_VS_PREVIOUS_YEAR, GROWTH_FLOOR, AVG_ANNUAL_GROWTH_FLOOR -> HUNDRED;
            case PER_YEAR_COUNT -> BigDecimal.valueOf(25L * now.number());
            case MILESTONE -> now.compareTo(last) >= 0 ? HUNDRED : null;
            case RATIO, STOCK, QUALITATIVE -> null;
            case GROWTH_VS_BASE_YEAR,
                    CUMULATIVE_FLOW_OVER_BASE_FLOW,
                    CUMULATIVE_FLOW_OVER_BASE,
                    CUMULATIVE_COUNT,
                    CUMULATIVE_AMOUNT,
                    AMOUNT_CUMULATIVE,
                    RANGE_COUNT,
                    STOCK_BY_DEADLINE,
                    BALANCE_BY_DEADLINE -> even(first, last, now);
        };
    }

    /** The same for a result that may stand for the end of an earlier year, because the running year is not whole yet. */
    public static @Nullable BigDecimal expected(
            Comparison comparison, Evaluation evaluation, Quarter first, Quarter last, Quarter now) {
        Integer year = evaluation.year();
        return expected(comparison, first, last, year != null && year < now.year() ? new Quarter(year, 4) : now);
    }

    private static BigDecimal even(Quarter first, Quarter last, Quarter now) {
        int all = last.index() - first.index() + 1;
        if (all < 1) {
            throw new IllegalArgumentException("The programme ends before it begins");
        }
        int gone = Math.clamp(now.index() - first.index() + 1, 0, all);
        return HUNDRED.multiply(BigDecimal.valueOf(gone)).divide(BigDecimal.valueOf(all), 30, RoundingMode.DOWN);
    }
}
