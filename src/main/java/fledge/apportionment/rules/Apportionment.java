package fledge.apportionment.rules;

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
import org.jspecify.annotations.Nullable;

/**
 * Splits a goal that adds up among those that carry it (分解).
 *
 * <p>Residual = whole − Σ parts, exact, in whichever one unit they are given. A split by weights gives each part the whole steps
 * of its share, then the steps left over one each to the largest remainders, the earlier part first where they are equal (the
 * lead unit stands first). Parts that are pinned keep their value, and the others share what these leave.
 *
 * <p>Clause: Jiangmen, targets to be broken down to three districts, four county-level cities and every department.
 * Examples: 600 against 200 + 250 + 149 leaves 1; 100 among three equal parts is 34, 33, 33; with the second pinned at 50
 * it is 25, 50, 25.
 */
public final class Apportionment {

    private Apportionment() {}

    /** whole − Σ parts: positive when something is left to give, negative when too much was given. */
    public static BigDecimal residual(BigDecimal whole, List<BigDecimal> parts) {
        return whole.subtract(sum(parts));
    }

    /** Splits the whole into so many parts that differ by at most one step. */
    public static List<BigDecimal> equal(BigDecimal whole, int parts, BigDecimal step) {
        return byWeights(whole, Collections.nCopies(parts, BigDecimal.ONE), step);
    }

    /**
     * Splits the whole round the pinned parts (null is not pinned); free parts whose weights are all zero share equally.
     *
     * @throws RuleRefused when the pinned parts exceed the whole
     */
    public static List<BigDecimal> round(
            BigDecimal whole, List<@Nullable BigDecimal> pinned, List<BigDecimal> weights, BigDecimal step) {
        List<BigDecimal> kept = new ArrayList<>();
        List<BigDecimal> free = new ArrayList<>();
        for (int at = 0; at < pinned.size(); at++) {
            BigDecimal pin = pinned.get(at);
            if (pin == null) {
                free.add(weights.get(at));
            } else {
                kept.add(pin);
            }
        }
        BigDecimal rest = residual(whole, kept);
        if (rest.signum() < 0 && !free.isEmpty()) {
            throw new RuleRefused(Reason.of("apportionment.rule.pinned", sum(kept), whole));
        }
        if (sum(free).signum() == 0) {
            Collections.fill(free, BigDecimal.ONE);
        }
        List<BigDecimal> shares = free.isEmpty() ? List.of() : byWeights(rest, free, step);
        List<BigDecimal> parts = new ArrayList<>();
        int next = 0;
        for (BigDecimal pin : pinned) {
            parts.add(pin == null ? shares.get(next++) : pin);
        }
        return parts;
    }

    /**
     * Splits the whole in proportion to the weights, each part a multiple of the step.
     *
     * @throws RuleRefused when the whole is negative or no multiple of the step, or the weights are not usable
     */
    public static List<BigDecimal> byWeights(BigDecimal whole, List<BigDecimal> weights, BigDecimal step) {
        BigDecimal weightSum = sum(weights);
        if (weightSum.signum() <= 0 || weights.stream().anyMatch(weight -> weight.signum() < 0)) {
            throw new RuleRefused(Reason.of("apportionment.rule.weights"));
        }
        if (whole.signum() < 0 || step.signum() <= 0 || whole.remainder(step).signum() != 0) {
            throw new RuleRefused(Reason.of("apportionment.rule.step", whole, step));
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

    private static BigDecimal sum(List<BigDecimal> numbers) {
        return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
