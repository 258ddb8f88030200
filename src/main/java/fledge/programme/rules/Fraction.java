package fledge.programme.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The result over / under, kept apart so that it can be compared by cross-multiplication; under is positive. */
record Fraction(BigDecimal over, BigDecimal under) implements Exact {

    Fraction {
        if (under.signum() <= 0) {
            throw new IllegalArgumentException("A fraction needs a positive denominator, not " + under);
        }
    }

    static Fraction whole(BigDecimal value) {
        return new Fraction(value, BigDecimal.ONE);
    }

    /** The part in percent of a positive whole. */
    static Fraction percent(BigDecimal part, BigDecimal whole) {
        return new Fraction(part.multiply(HUNDRED), whole);
    }

    @Override
    public int compareWith(BigDecimal goal) {
        return over.compareTo(goal.multiply(under));
    }

    @Override
    public BigDecimal value() {
        return over.divide(under, DECIMALS, RoundingMode.DOWN);
    }

    @Override
    public BigDecimal percentOf(BigDecimal goal) {
        return over.multiply(HUNDRED).divide(under.multiply(goal), DECIMALS, RoundingMode.DOWN);
    }
}
