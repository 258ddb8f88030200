package fledge.apportionment.rules;

import fledge.kernel.Labelled;
import fledge.programme.rules.Operator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the parts of a split stand to their whole: what they come to, and the residual, exact.
 *
 * <p>Sum: residual = target − Σ parts. Ratio: Σ numerators / Σ denominators is recomputed and never averaged; the residual is
 * the numerator that is missing, target × Σ denominators − Σ numerators (÷ 100 for a target in percent); what is reached is
 * shown with four decimals, half up. Same for all: the weakest part is compared. More than a floor is stricter and may stand; less, or more than an exact target, may not.
 *
 * <p>Clauses: Jiangmen, 必须分解到三区四市; Luqiao, 新增科技型小微企业135家 (a sum), 占比80%以上 (a ratio), 实际受惠面达到100%
 * (the same for all). Example: 599 for 600 is short of 1; 601 for “at least 600” is stricter by 1; 80 of 100 and 30 of 50 are
 * 110 / 150, short of 10 for 80 %.
 */
public record Balance(Whole whole, State state, @Nullable BigDecimal reached, BigDecimal residual) {

    /** What to make of a residual. */
    public enum State implements Labelled {
        EXACT,
        STRICTER,
        SHORT,
        OVER;

        @Override
        public String labelKey() {
            return "apportionment.balance." + name();
        }
    }

    /** Two numbers of a ratio. */
    public record Pair(BigDecimal numerator, BigDecimal denominator) {}

    /** Whether the set may go on without anybody signing for the residual. */
    public boolean closes() {
        return state == State.EXACT || state == State.STRICTER;
    }

    /** Parts that add up. */
    public static Balance ofSum(Whole whole, List<BigDecimal> parts) {
        BigDecimal sum = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal residual = Apportionment.residual(whole.target(), parts);
        BigDecimal upper = whole.upper();
        if (whole.operator() == Operator.RANGE && upper != null && residual.signum() <= 0) {
            BigDecimal above = upper.subtract(sum);
            return above.signum() >= 0
                    ? new Balance(whole, State.EXACT, sum, BigDecimal.ZERO)
                    : new Balance(whole, State.OVER, sum, above);
        }
        return new Balance(whole, state(residual, whole), sum, residual);
    }

    /** Parts that are ratios; the numbers of one percentage are given in percent. */
    public static Balance ofRatio(Whole whole, List<Pair> parts, boolean percent) {
        BigDecimal numerators = parts.stream().map(Pair::numerator).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal denominators = parts.stream().map(Pair::denominator).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal needed = whole.target().multiply(denominators);
        BigDecimal residual = (percent ? needed.movePointLeft(2) : needed).subtract(numerators);
        BigDecimal reached = denominators.signum() == 0
                ? null
                : (percent ? numerators.movePointRight(2) : numerators).divide(denominators, 4, RoundingMode.HALF_UP);
        return new Balance(whole, denominators.signum() == 0 ? State.SHORT : state(residual, whole), reached, residual);
    }

    /** Parts that are all to be as the whole is. */
    public static Balance ofSame(Whole whole, List<BigDecimal> parts) {
        BigDecimal weakest = parts.stream().reduce(BigDecimal::min).orElse(null);
        if (weakest == null) {
            return new Balance(whole, State.SHORT, null, whole.target());
        }
        BigDecimal strongest = parts.stream().reduce(weakest, BigDecimal::max);
        BigDecimal upper = whole.upper();
        boolean over = whole.operator() == Operator.RANGE
                ? upper != null && strongest.compareTo(upper) > 0
                : !whole.isFloor() && strongest.compareTo(whole.target()) > 0;
        BigDecimal residual = whole.target().subtract(weakest);
        if (residual.signum() <= 0 && over) {
            return new Balance(
                    whole, State.OVER, strongest, (upper == null ? whole.target() : upper).subtract(strongest));
        }
        boolean within = whole.operator() == Operator.RANGE && residual.signum() <= 0;
        return new Balance(whole, within ? State.EXACT : state(residual, whole), weakest, residual);
    }

    private static State state(BigDecimal residual, Whole whole) {
        return switch (residual.signum()) {
            case 0 -> State.EXACT;
            case 1 -> State.SHORT;
            default -> whole.isFloor() ? State.STRICTER : State.OVER;
        };
    }
}
