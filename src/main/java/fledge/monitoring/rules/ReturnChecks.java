package fledge.monitoring.rules;

import static fledge.programme.rules.Item.DENOMINATOR;
import static fledge.programme.rules.Item.NUMERATOR;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds what cannot be right in a return, and what asks for an explanation.
 *
 * <p>Validity is fixed and blocks (class A): a figure outside its indicator's range, a stock that may not fall and fell, a part
 * greater than its whole, a gap without a reason. Everything else is for the rules that officials made ({@link RuleTerms}): oddity
 * asks (B and C), coincidence is mentioned (D).
 */
public final class ReturnChecks {

    /** The version of the fixed checks, which a signed content names. */
    public static final String VERSION = "checks-2";

    private ReturnChecks() {}

    /** All findings, line by line in the order given. */
    public static List<Finding> check(List<CheckedLine> lines, List<RuleTerms> rules) {
        return lines.stream().flatMap(line -> of(line, lines, rules)).toList();
    }

    /** What concerns some cells alone: what is found in them, and the relations that name them. */
    public static List<Finding> concerning(
            Predicate<CheckedLine> cells, List<CheckedLine> lines, List<RuleTerms> rules) {
        List<Finding> findings = new ArrayList<>();
        for (CheckedLine line : lines) {
            if (cells.test(line)) {
                of(line, lines, rules).forEach(findings::add);
            } else {
                List<RuleTerms> relations = rules.stream()
                        .filter(rule -> rule.kind().isRelation()
                                && lines.stream().anyMatch(cell -> cells.test(cell) && rule.names(cell)))
                        .toList();
                findings.addAll(Plausibility.check(relations, line, lines));
            }
        }
        return findings;
    }

    private static Stream<Finding> of(CheckedLine line, List<CheckedLine> lines, List<RuleTerms> rules) {
        List<Finding> fixed = new ArrayList<>();
        BigDecimal now = line.current();
        if (now == null) {
            if (line.required() && (line.note() == null || line.note().isBlank())) {
                fixed.add(Finding.of(CheckRule.MISSING_WITHOUT_REASON, line));
            }
        } else {
            checkBounds(line, now, fixed);
            checkAgainstWhole(line, now, lines, fixed);
            checkFall(line, now, fixed);
        }
        return Stream.concat(fixed.stream(), Plausibility.check(rules, line, lines).stream());
    }

    private static void checkBounds(CheckedLine line, BigDecimal now, List<Finding> findings) {
        BigDecimal minimum = line.minimum();
        BigDecimal maximum = line.maximum();
        if (minimum != null && now.compareTo(minimum) < 0) {
            findings.add(Finding.of(CheckRule.BELOW_MINIMUM, line, shown(line, minimum), line.measure()));
        }
        if (maximum != null && now.compareTo(maximum) > 0) {
            findings.add(Finding.of(CheckRule.ABOVE_MAXIMUM, line, shown(line, maximum), line.measure()));
        }
    }

    private static void checkAgainstWhole(
            CheckedLine line, BigDecimal part, List<CheckedLine> lines, List<Finding> findings) {
        if (line.item() != NUMERATOR || !line.partOfWhole()) {
            return;
        }
        for (CheckedLine other : lines) {
            BigDecimal whole = other.current();
            if (other.item() == DENOMINATOR
                    && other.indicator().equals(line.indicator())
                    && whole != null
                    && part.compareTo(whole) > 0) {
                findings.add(Finding.of(
                        CheckRule.PART_GREATER_THAN_WHOLE,
                        line,
                        shown(line, part),
                        shown(other, whole),
                        line.measure(),
                        other.measure()));
            }
        }
    }

    private static void checkFall(CheckedLine line, BigDecimal now, List<Finding> findings) {
        BigDecimal previous = line.previous();
        if (previous != null && !line.accumulation().isFlow() && !line.mayFall() && now.compareTo(previous) < 0) {
            findings.add(Finding.of(
                    CheckRule.CUMULATIVE_FELL, line, shown(line, now), shown(line, previous), line.measure()));
        }
    }

    private static BigDecimal shown(CheckedLine line, BigDecimal base) {
        return line.measure().fromBase(base);
    }
}
