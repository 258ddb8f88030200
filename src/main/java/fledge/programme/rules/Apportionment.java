package fledge.programme.rules;

import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Splits a goal that adds up among the units that carry it (分解), and checks a split made by hand.
 *
 * <p>Residual = whole − Σ parts, exact, in whichever one unit they are given; a split may be issued only when it is zero. A split by
 * weights gives each unit the whole steps of its share, then the steps left over one each to the largest remainders, the
 * earlier unit first where they are equal (the lead unit stands first).
 *
 * <p>Clause: Jiangmen, targets to be broken down to three districts, four county-level cities and every department.
 * Examples: 600 against 200 + 250 + 149 leaves 1; 100 among three equal units is 34, 33, 33.
 */
public final class Apportionment {

    private Apportionment() {}

    /** whole − Σ parts: positive when something is left to give, negative when too much was given. */
    public static BigDecimal residual(BigDecimal whole, List<BigDecimal> parts) {
        return whole.subtract(parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** Why a split cannot be confirmed: its parts fall short of the whole, or exceed it. */
    public static List<Reason> refusals(BigDecimal whole, List<BigDecimal> parts) {
        BigDecimal residual = residual(whole, parts);
        if (residual.signum() == 0) {
            return List.of();
        }
        String key = residual.signum() > 0 ? "programme.apportionment.short" : "programme.apportionment.over";
        return List.of(Reason.of(key, whole.subtract(residual), whole, residual.abs()));
    }

    /** Splits the whole into so many parts that differ by at most one step. */
    public static List<BigDecimal> equal(BigDecimal whole, int parts, BigDecimal step) {
        return byWeights(whole, Collections.nCopies(parts, BigDecimal.ONE), step);
    }

    /**
     * Splits the whole in proportion to the weights, each part a multiple of the step.
     *
     * @throws RuleRefused when the whole is negative or no multiple of the step, or the weights are not usable
     */
    public static List<BigDecimal> byWeights(BigDecimal whole, List<BigDecimal> weights, BigDecimal step) {
        BigDecimal weightSum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (weightSum.signum() <= 0 || weights.stream().anyMatch(weight -> weight.signum() < 0)) {
            throw new RuleRefused(Reason.of("programme.apportionment.weights"));
        }
        if (whole.signum() < 0 || step.signum() <= 0 || whole.remainder(step).signum() != 0) {
            throw new RuleRefused(Reason.of("programme.apportionment.step", whole, step));
        }
        BigDecimal steps = whole.divide(step, 0, RoundingMode.UNNECESSARY);
        List<BigInteger> given = new ArrayList<>();
        List<BigDecimal> remainders = new ArrayList<>();
        for (BigDecimal weight : weights) {
            BigDecimal[] share = steps.multiply(weight).divideAndRemainder(weightSum);
            given.add(share[0].toBigInteger());
            remainders.add(share[1]);
        }
        int left = steps.toBigInteger()
                .subtract(given.stream().reduce(BigInteger.ZERO, BigInteger::add))
                .intValueExact();
        IntStream.range(0, weights.size())
                .boxed()
                .sorted(Comparator.<Integer, BigDecimal>comparing(remainders::get)
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .limit(left)
                .forEach(index -> given.set(index, given.get(index).add(BigInteger.ONE)));
        return given.stream().map(count -> new BigDecimal(count).multiply(step)).toList();
    }
}
