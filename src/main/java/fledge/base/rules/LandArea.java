package fledge.base.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Land as documents print it, in mu (亩), and as the register keeps it, in square metres.
 *
 * <p>1 亩 = 2000 / 3 平方米. Both ways are rounded half up to two decimals, and a number of mu with two decimals comes back as it
 * was, because a hundredth of a mu is 6.67 平方米.
 *
 * <p>Clause: the State Council's order on units of measure (1984). Example: 1066 亩 = 710,666.67 平方米, and back 1066.00 亩.
 */
public final class LandArea {

    private static final BigDecimal TWO_THOUSAND = BigDecimal.valueOf(2000);
    private static final BigDecimal THREE = BigDecimal.valueOf(3);
    private static final int DECIMALS = 2;

    private LandArea() {}

    /** Square metres = mu × 2000 / 3, half up to two decimals. */
    public static BigDecimal squareMetres(BigDecimal mu) {
        return mu.multiply(TWO_THOUSAND).divide(THREE, DECIMALS, RoundingMode.HALF_UP);
    }

    /** Mu = square metres × 3 / 2000, half up to two decimals. */
    public static BigDecimal mu(BigDecimal squareMetres) {
        return squareMetres.multiply(THREE).divide(TWO_THOUSAND, DECIMALS, RoundingMode.HALF_UP);
    }
}
