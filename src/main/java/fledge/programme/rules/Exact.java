package fledge.programme.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A result that is compared without rounding, whatever a page shows of it.
 *
 * <p>{@link #value()} is cut off after 30 decimals, so that rounding it once more half up shows what rounding the true
 * number would.
 */
sealed interface Exact permits Fraction, CompoundRate {

    int DECIMALS = 30;
    BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Less than, equal to or greater than zero as the true result is to the goal. */
    int compareWith(BigDecimal goal);

    /** The result as a decimal. */
    BigDecimal value();

    /** The result in percent of a positive goal. */
    default BigDecimal percentOf(BigDecimal goal) {
        return value().multiply(HUNDRED).divide(goal, DECIMALS, RoundingMode.DOWN);
    }
}
