package fledge.monitoring.rules;

import static fledge.programme.rules.Item.DENOMINATOR;
import static fledge.programme.rules.Item.NUMERATOR;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds what cannot be right in a return, and what asks for an explanation.
 *
 * <p>Validity blocks (class A), oddity asks (B and C), coincidence is mentioned (D). Change in percent = (now − then) /
 * |then| × 100, compared exactly and shown with one decimal half up; without a then, or with a then of zero, there is no
 * change to judge. Example: 130 after 100 with a bound of 25 asks for the reason of a rise of 30.0 %.
 */
public final class ReturnChecks {

    /** The version a stored finding names. */
    public static final String VERSION = "checks-1";

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private ReturnChecks() {}

    /** All findings, line by line in the order given. */
    public static List<Finding> check(List<CheckedLine> lines) {
        List<Finding> findings = new ArrayList<>();
        for (CheckedLine line : lines) {
            BigDecimal now = line.current();
            if (now == null) {
                if (line.required() && (line.note() == null || line.note().isBlank())) {
                    findings.add(Finding.of(CheckRule.MISSING_WITHOUT_REASON, line));
                }
            } else {
                checkBounds(line, now, findings);
                checkAgainstWhole(line, now, lines, findings);
                checkAgainstLastQuarter(line, now, findings);
                changeBeyondBound(CheckRule.CHANGE_YEAR, line, now, line.lastYear())
                        .ifPresent(findings::add);
            }
        }
        return findings;
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

    private static void checkAgainstLastQuarter(CheckedLine line, BigDecimal now, List<Finding> findings) {
        BigDecimal previous = line.previous();
        if (previous == null) {
            return;
        }
        boolean isFlow = line.accumulation().isFlow();
        if (!isFlow && !line.mayFall() && now.compareTo(previous) < 0) {
            findings.add(Finding.of(
                    CheckRule.CUMULATIVE_FELL, line, shown(line, now), shown(line, previous), line.measure()));
        }
        changeBeyondBound(CheckRule.CHANGE_BOUND, line, now, previous).ifPresent(findings::add);
        if (isThousandfold(now, previous) || isThousandfold(previous, now)) {
            findings.add(
                    Finding.of(CheckRule.UNIT_SLIP, line, shown(line, now), shown(line, previous), line.measure()));
        }
        if (isFlow && now.signum() != 0 && now.compareTo(previous) == 0) {
            findings.add(Finding.of(CheckRule.SAME_AS_LAST_QUARTER, line, shown(line, now), line.measure()));
        }
        if (now.signum() == 0 && previous.signum() != 0) {
            findings.add(Finding.of(CheckRule.ZERO_AFTER_NONZERO, line, shown(line, previous), line.measure()));
        }
    }

    /** |now − then| × 100 > bound × |then|. */
    private static Optional<Finding> changeBeyondBound(
            CheckRule rule, CheckedLine line, BigDecimal now, @Nullable BigDecimal then) {
        BigDecimal bound = line.changeBoundPercent();
        if (bound == null || then == null || then.signum() == 0) {
            return Optional.empty();
        }
        BigDecimal change = now.subtract(then).multiply(HUNDRED);
        if (change.abs().compareTo(bound.multiply(then.abs())) <= 0) {
            return Optional.empty();
        }
        BigDecimal percent = change.abs().divide(then.abs(), 1, RoundingMode.HALF_UP);
        return Optional.of(Finding.of(rule, line, change.signum(), percent, bound, FindingClass.SHORTEST_EXPLANATION));
    }

    private static boolean isThousandfold(BigDecimal more, BigDecimal less) {
        return less.signum() != 0 && more.abs().compareTo(less.abs().multiply(THOUSAND)) >= 0;
    }

    private static BigDecimal shown(CheckedLine line, BigDecimal base) {
        return line.measure().fromBase(base);
    }
}
