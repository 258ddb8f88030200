package fledge.monitoring.rules;

import fledge.kernel.Quarter;
import fledge.programme.rules.Comparison;
import fledge.programme.rules.Evaluation;
import fledge.programme.rules.PaceProfile;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How much of a goal should be reached by the end of a quarter (序时进度), in percent.
 *
 * <p>Every year of the programme carries the same share, spread over its quarters as the pace profile says: (years gone × 100 +
 * the year's percentage after the quarter) / years, never below 0 or above 100. Goals of single years: the year's percentage
 * itself. Levels that hold all the time (shares, coverage, yearly rates): always 100. A milestone is expected only in the last
 * quarter; a sentence and a figure without a goal have no pace. Cut off after 30 decimals. Example: the second quarter of the
 * second of three years is (100 + 50) / 3 = 50 % on the linear profile, (100 + 30) / 3 = 43.33 % where 30 % is written for it.
 */
public final class ExpectedCompletion {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private ExpectedCompletion() {}

    /** The percent expected at the end of {@code now} of a goal that runs from the first to the last quarter. */
    public static @Nullable BigDecimal expected(
            Comparison comparison, PaceProfile.Shape shape, Quarter first, Quarter last, Quarter now) {
        return switch (comparison) {
            case RATIO_FLOOR, COVERAGE, GROWTH_VS_PREVIOUS_YEAR, GROWTH_FLOOR, AVG_ANNUAL_GROWTH_FLOOR -> HUNDRED;
            case PER_YEAR_COUNT -> shape.after(now.number());
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
                    BALANCE_BY_DEADLINE -> overYears(shape, first.year(), last.year(), now);
        };
    }

    /** The same for a result that may stand for the end of an earlier year, because the running year is not whole yet. */
    public static @Nullable BigDecimal expected(
            Comparison comparison,
            PaceProfile.Shape shape,
            Evaluation evaluation,
            Quarter first,
            Quarter last,
            Quarter now) {
        Integer year = evaluation.year();
        return expected(comparison, shape, first, last, year != null && year < now.year() ? new Quarter(year, 4) : now);
    }

    private static BigDecimal overYears(PaceProfile.Shape shape, int first, int last, Quarter now) {
        if (last < first) {
            throw new IllegalArgumentException("The programme ends before it begins");
        }
        if (now.year() < first) {
            return BigDecimal.ZERO;
        }
        if (now.year() > last) {
            return HUNDRED;
        }
        return BigDecimal.valueOf(now.year() - first)
                .multiply(HUNDRED)
                .add(shape.after(now.number()))
                .divide(BigDecimal.valueOf(last - first + 1L), 30, RoundingMode.DOWN);
    }
}
