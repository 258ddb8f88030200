package fledge.monitoring.rules;

import static fledge.programme.rules.Item.DENOMINATOR;
import static fledge.programme.rules.Item.NUMERATOR;
import static fledge.programme.rules.Item.VALUE;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds a figure against the rules that officials made (校验规则).
 *
 * <p>Change in percent = (now − then) / |then| × 100, compared exactly and shown with one decimal half up; without a then, or with
 * a then of zero, there is no change to judge. Example: 130 after 100 with a bound of 25 asks for the reason of a rise of 30.0 %.
 * A unit slip is a figure of at least the factor, or at most its reciprocal, of the last. A part may exceed, and two parts may
 * miss their sum, by the tolerance in percent of what they are held against. A flow is held against its own past levels, a stock
 * by what it rose ({@link OwnHistory}), growth against that of the other units, both by the modified z-score
 * ({@link RobustStatistics}).
 */
final class Plausibility {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Plausibility() {}

    /** What the rules find in one cell; the lines are those of the whole return, for relations. */
    static List<Finding> check(List<RuleTerms> rules, CheckedLine line, List<CheckedLine> lines) {
        BigDecimal now = line.current();
        if (now == null || !isNumber(line)) {
            return List.of();
        }
        return rules.stream()
                .filter(rule -> rule.covers(line) && speaks(rule, rules, line))
                .flatMap(rule -> judge(rule, line, now, lines).stream())
                .toList();
    }

    private static boolean isNumber(CheckedLine line) {
        return line.item() == VALUE || line.item() == NUMERATOR || line.item() == DENOMINATOR;
    }

    /** Whether no narrower rule of its kind stands before it. */
    private static boolean speaks(RuleTerms rule, List<RuleTerms> rules, CheckedLine line) {
        return rule.kind().isRelation()
                || rules.stream()
                        .filter(other -> other.kind() == rule.kind() && other.covers(line))
                        .map(RuleTerms::scope)
                        .max(Comparator.naturalOrder())
                        .filter(narrowest -> narrowest == rule.scope())
                        .isPresent();
    }

    private static Optional<Finding> judge(RuleTerms rule, CheckedLine line, BigDecimal now, List<CheckedLine> lines) {
        BigDecimal previous = line.previous();
        return switch (rule.kind()) {
            case OUT_OF_RANGE -> outOfRange(rule, line, now);
            case CHANGE_BOUND -> change(rule, line, now, previous);
            case CHANGE_YEAR -> change(rule, line, now, line.lastYear());
            case UNIT_SLIP -> previous == null ? Optional.empty() : unitSlip(rule, line, now, previous);
            case SAME_AS_LAST_QUARTER -> previous == null ? Optional.empty() : same(rule, line, now, previous);
            case ZERO_AFTER_NONZERO ->
                previous == null || now.signum() != 0 || previous.signum() == 0
                        ? Optional.empty()
                        : found(rule, line, shown(line, previous), line.measure());
            case EXCEEDS_OTHER -> exceeds(rule, line, now, lines);
            case PARTS_NOT_WHOLE -> parts(rule, line, now, lines);
            case UNUSUAL_FOR_UNIT -> unusualForUnit(rule, line, now);
            case UNUSUAL_AMONG_PEERS -> unusualAmongPeers(rule, line, now);
            default -> throw new IllegalArgumentException(rule.kind() + " is no rule of officials");
        };
    }

    private static Optional<Finding> outOfRange(RuleTerms rule, CheckedLine line, BigDecimal now) {
        BigDecimal lower = rule.lower();
        BigDecimal upper = rule.upper();
        if (lower != null && now.compareTo(lower) < 0) {
            return found(rule, line, -1, shown(line, now), shown(line, lower), line.measure());
        }
        if (upper != null && now.compareTo(upper) > 0) {
            return found(rule, line, 1, shown(line, now), shown(line, upper), line.measure());
        }
        return Optional.empty();
    }

    /** |now − then| × 100 > bound × |then|. */
    private static Optional<Finding> change(
            RuleTerms rule, CheckedLine line, BigDecimal now, @Nullable BigDecimal then) {
        BigDecimal bound = rule.threshold() == null ? line.changeBoundPercent() : rule.threshold();
        if (bound == null || then == null || then.signum() == 0) {
            return Optional.empty();
        }
        BigDecimal change = now.subtract(then).multiply(HUNDRED);
        if (change.abs().compareTo(bound.multiply(then.abs())) <= 0) {
            return Optional.empty();
        }
        BigDecimal percent = change.abs().divide(then.abs(), 1, RoundingMode.HALF_UP);
        int asked = rule.findingClass().needsExplanation() ? FindingClass.SHORTEST_EXPLANATION : 0;
        return found(rule, line, change.signum(), percent, bound, asked);
    }

    private static Optional<Finding> unitSlip(RuleTerms rule, CheckedLine line, BigDecimal now, BigDecimal previous) {
        BigDecimal factor = rule.threshold();
        return factor != null && (isManifold(now, previous, factor) || isManifold(previous, now, factor))
                ? found(rule, line, shown(line, now), shown(line, previous), line.measure(), factor)
                : Optional.empty();
    }

    private static boolean isManifold(BigDecimal more, BigDecimal less, BigDecimal factor) {
        return less.signum() != 0 && more.abs().compareTo(less.abs().multiply(factor)) >= 0;
    }

    /** A flow that is not zero and stands as it stood in so many quarters before. */
    private static Optional<Finding> same(RuleTerms rule, CheckedLine line, BigDecimal now, BigDecimal previous) {
        if (!line.accumulation().isFlow() || now.signum() == 0 || now.compareTo(previous) != 0) {
            return Optional.empty();
        }
        boolean longEnough = rule.least() <= 1
                || (line.history().size() >= rule.least()
                        && line.history().stream().limit(rule.least()).allMatch(figure -> figure.compareTo(now) == 0));
        return longEnough ? found(rule, line, shown(line, now), line.measure()) : Optional.empty();
    }

    /** now > other × (100 + tolerance) / 100. */
    private static Optional<Finding> exceeds(
            RuleTerms rule, CheckedLine line, BigDecimal now, List<CheckedLine> lines) {
        CheckedLine other = line(rule.other(), lines);
        BigDecimal most = other == null ? null : other.current();
        if (other == null
                || most == null
                || now.multiply(HUNDRED).compareTo(most.multiply(HUNDRED).add(allowed(rule, most))) <= 0) {
            return Optional.empty();
        }
        return found(rule, line, shown(line, now), shown(other, most), line.measure(), other.measure());
    }

    /** |now + other − sum| × 100 > tolerance × |sum|. */
    private static Optional<Finding> parts(RuleTerms rule, CheckedLine line, BigDecimal now, List<CheckedLine> lines) {
        CheckedLine other = line(rule.other(), lines);
        CheckedLine third = line(rule.third(), lines);
        BigDecimal more = other == null ? null : other.current();
        BigDecimal sum = third == null ? null : third.current();
        if (third == null || more == null || sum == null) {
            return Optional.empty();
        }
        BigDecimal together = now.add(more);
        return together.subtract(sum).abs().multiply(HUNDRED).compareTo(allowed(rule, sum)) > 0
                ? found(rule, line, shown(third, together), shown(third, sum), third.measure())
                : Optional.empty();
    }

    private static BigDecimal allowed(RuleTerms rule, BigDecimal of) {
        return rule.threshold() == null ? BigDecimal.ZERO : rule.threshold().multiply(of.abs());
    }

    private static @Nullable CheckedLine line(RuleTerms.@Nullable Operand operand, List<CheckedLine> lines) {
        return operand == null
                ? null
                : lines.stream().filter(operand::names).findFirst().orElse(null);
    }

    /** The first argument is the unit's own number: an explanation holds as long as that one stays. */
    private static Optional<Finding> unusualForUnit(RuleTerms rule, CheckedLine line, BigDecimal now) {
        BigDecimal previous = line.previous();
        boolean flow = line.accumulation().isFlow();
        if (!flow && previous == null) {
            return Optional.empty();
        }
        BigDecimal judged = flow || previous == null ? now : now.subtract(previous);
        Spread past = RobustStatistics.spread(line.history()).orElse(null);
        return outlier(rule, judged, past)
                .flatMap(z -> found(
                        rule,
                        line,
                        shown(line, judged),
                        shown(line, z.among().median()),
                        line.measure(),
                        z.size(),
                        z.among().count(),
                        flow ? 0 : 1));
    }

    private static Optional<Finding> unusualAmongPeers(RuleTerms rule, CheckedLine line, BigDecimal now) {
        BigDecimal previous = line.previous();
        BigDecimal growth =
                previous == null ? null : RobustStatistics.growth(now, previous).orElse(null);
        return growth == null
                ? Optional.empty()
                : outlier(rule, growth, line.peers())
                        .flatMap(z -> found(
                                rule,
                                line,
                                growth.setScale(1, RoundingMode.HALF_UP),
                                z.among().median().setScale(1, RoundingMode.HALF_UP),
                                z.among().count(),
                                z.size()));
    }

    /** How far a figure lies outside, with one decimal, and among which. */
    private record Outlier(BigDecimal size, Spread among) {}

    private static Optional<Outlier> outlier(RuleTerms rule, BigDecimal judged, @Nullable Spread others) {
        BigDecimal threshold = rule.threshold() == null ? RuleTerms.USUAL_Z : rule.threshold();
        return others == null
                ? Optional.empty()
                : RobustStatistics.modifiedZ(judged, others, rule.least())
                        .filter(z -> z.abs().compareTo(threshold) > 0)
                        .map(z -> new Outlier(z.abs().setScale(1, RoundingMode.HALF_UP), others));
    }

    private static Optional<Finding> found(RuleTerms rule, CheckedLine line, Serializable... args) {
        return Optional.of(Finding.of(rule, line, args));
    }

    private static BigDecimal shown(CheckedLine line, BigDecimal base) {
        return line.measure().fromBase(base);
    }
}
