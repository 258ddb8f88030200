package fledge.programme.rules;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * The average yearly growth ((end / base)^(1/years) − 1) × 100 in percent.
 *
 * <p>Such a root is rarely a decimal, so powers are compared instead: the rate is at least g exactly when end × 100^n ≥
 * base × (100 + g)^n. Example: 119.1016 over 100 in three years is 6 % exactly; 119.10 is not.
 */
record CompoundRate(BigDecimal end, BigDecimal base, int years) implements Exact {

    CompoundRate {
        if (base.signum() <= 0 || end.signum() < 0 || years < 1) {
            throw new IllegalArgumentException("No average growth from " + base + " to " + end + " in " + years);
        }
    }

    @Override
    public int compareWith(BigDecimal goal) {
        BigDecimal needed = HUNDRED.add(goal);
        return needed.signum() < 0 ? 1 : end.multiply(HUNDRED.pow(years)).compareTo(base.multiply(needed.pow(years)));
    }

    @Override
    public BigDecimal value() {
        int scale = DECIMALS + 2;
        BigInteger radicand =
                end.scaleByPowerOfTen(scale * years).divideToIntegralValue(base).toBigInteger();
        BigDecimal root = new BigDecimal(root(radicand, years), scale);
        return root.subtract(BigDecimal.ONE).multiply(HUNDRED).setScale(DECIMALS);
    }

    /** The greatest integer whose power does not exceed the radicand, by Newton's method from above. */
    private static BigInteger root(BigInteger radicand, int degree) {
        if (radicand.signum() == 0) {
            return radicand;
        }
        BigInteger guess = BigInteger.ONE.shiftLeft(radicand.bitLength() / degree + 1);
        while (true) {
            BigInteger better = guess.multiply(BigInteger.valueOf(degree - 1L))
                    .add(radicand.divide(guess.pow(degree - 1)))
                    .divide(BigInteger.valueOf(degree));
            if (better.compareTo(guess) >= 0) {
                return guess;
            }
            guess = better;
        }
    }
}
