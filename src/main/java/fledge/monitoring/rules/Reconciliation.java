package fledge.monitoring.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Two sources for one figure (数据比对): difference = reported − other source; in percent of the other source's amount.
 *
 * <p>Within tolerance: |difference| × 100 ≤ tolerance × |other|, compared unrounded; beside an other of zero only zero is. The
 * percentage is half up after ten decimals, none of zero. Example: 1,050 beside 1,000 is +50, 5 %, outside a tolerance of 3 %;
 * 1,030 is within it. Clause: B10.
 */
public record Reconciliation(
        BigDecimal difference, @Nullable BigDecimal percent, boolean within) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public static Reconciliation of(BigDecimal reported, BigDecimal other, BigDecimal tolerancePercent) {
        BigDecimal difference = reported.subtract(other);
        return new Reconciliation(
                difference,
                other.signum() == 0 ? null : difference.multiply(HUNDRED).divide(other.abs(), 10, RoundingMode.HALF_UP),
                difference.abs().multiply(HUNDRED).compareTo(tolerancePercent.multiply(other.abs())) <= 0);
    }
}
