package fledge.monitoring.rules;

import fledge.kernel.Reason;
import fledge.programme.rules.Item;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one version of a plausibility rule (校验规则) says: which cells it judges, how, and how much a hit weighs.
 *
 * <p>Of one kind the narrowest scope speaks: a rule for an indicator replaces the programme's of that kind there, and that the
 * city's; rules of the same scope all speak, and so do all relations. Example: the programme asks from 50 % on, one seasonal
 * indicator from 80 % on; that one is asked from 80 % on only.
 *
 * @param subject the indicator it is for, and the item if only that one; absent where it is for all in its scope
 * @param other the cell a relation holds it against
 * @param third the sum, where subject and other are its parts
 * @param threshold percent for changes and for the tolerance of relations (absent: the indicator's own bound, or none), the factor
 *     of a unit slip, the modified z-score of a statistic
 * @param lower the least value in base units
 * @param upper the greatest value in base units
 * @param least how many figures a statistic needs, or how many equal quarters are too many
 */
public record RuleTerms(
        String id,
        CheckRule kind,
        FindingClass findingClass,
        Scope scope,
        @Nullable Operand subject,
        @Nullable Operand other,
        @Nullable Operand third,
        @Nullable BigDecimal threshold,
        @Nullable BigDecimal lower,
        @Nullable BigDecimal upper,
        int least) {

    /** The modified z-score beyond which a figure is called an outlier (Iglewicz and Hoaglin 1993). */
    public static final BigDecimal USUAL_Z = new BigDecimal("3.5");

    /** Figures that the own history needs at least: two years. */
    public static final int LEAST_HISTORY = 8;

    /** Other units that a comparison needs at least. */
    public static final int LEAST_PEERS = 5;

    private static final int MOST = 12;
    private static final BigDecimal GREATEST = new BigDecimal("1e18");

    /** How far a rule reaches, the widest first. */
    public enum Scope {
        CITY,
        PROGRAMME,
        INDICATOR
    }

    /** A cell, whatever the return: an indicator and one of its items; without an item any of them. */
    public record Operand(String indicator, @Nullable Item item) {

        boolean names(CheckedLine line) {
            return indicator.equals(line.indicator()) && (item == null || item == line.item());
        }
    }

    /** The rules every programme begins with. */
    public static List<RuleTerms> usual() {
        return List.of(
                usual(CheckRule.CHANGE_BOUND, null),
                usual(CheckRule.UNIT_SLIP, BigDecimal.valueOf(1000)),
                usual(CheckRule.SAME_AS_LAST_QUARTER, null),
                usual(CheckRule.ZERO_AFTER_NONZERO, null),
                usual(CheckRule.CHANGE_YEAR, null));
    }

    private static RuleTerms usual(CheckRule kind, @Nullable BigDecimal threshold) {
        return new RuleTerms(
                kind.name(),
                kind,
                kind.findingClass(),
                Scope.PROGRAMME,
                null,
                null,
                null,
                threshold,
                null,
                null,
                kind == CheckRule.SAME_AS_LAST_QUARTER ? 1 : 0);
    }

    /** Whether this rule judges that cell. */
    public boolean covers(CheckedLine line) {
        return subject == null || subject.names(line);
    }

    /** Whether that cell has a part in this rule, as the one judged or as one it is held against. */
    boolean names(CheckedLine line) {
        return covers(line)
                || Stream.of(other, third).filter(Objects::nonNull).anyMatch(operand -> operand.names(line));
    }

    /** What is wrong with a rule that is to be written down; nothing if it can be. */
    public List<Reason> refusals() {
        List<Reason> reasons = new ArrayList<>();
        if (!kind.isMadeByOfficials()) {
            reasons.add(Reason.on("kind", "monitoring.rule.refused.kind"));
        }
        if (findingClass == FindingClass.A) {
            reasons.add(Reason.on("findingClass", "monitoring.rule.refused.class"));
        }
        refuseNumbers(reasons);
        if (kind.isRelation()) {
            refuseOperands(reasons);
        }
        return reasons;
    }

    private void refuseNumbers(List<Reason> reasons) {
        switch (kind) {
            case OUT_OF_RANGE -> {
                if (lower == null && upper == null) {
                    reasons.add(Reason.on("lower", "monitoring.rule.refused.no-bound"));
                } else if (lower != null && upper != null && lower.compareTo(upper) > 0) {
                    reasons.add(Reason.on("upper", "monitoring.rule.refused.bounds-reversed"));
                }
                if (Stream.of(lower, upper)
                        .filter(Objects::nonNull)
                        .anyMatch(bound -> bound.abs().compareTo(GREATEST) > 0)) {
                    reasons.add(Reason.on("lower", "monitoring.rule.refused.too-great"));
                }
                if (scope != Scope.INDICATOR) {
                    reasons.add(Reason.on("subject", "monitoring.rule.refused.bound-needs-indicator"));
                }
            }
            case UNIT_SLIP -> require(reasons, threshold, "2", "1000000");
            case UNUSUAL_FOR_UNIT, UNUSUAL_AMONG_PEERS -> {
                require(reasons, threshold, "1", "20");
                int fewest = kind == CheckRule.UNUSUAL_FOR_UNIT ? LEAST_HISTORY : LEAST_PEERS;
                if (least < fewest || (kind == CheckRule.UNUSUAL_FOR_UNIT && least > MOST)) {
                    reasons.add(Reason.on("least", "monitoring.rule.refused.least", fewest));
                }
            }
            case SAME_AS_LAST_QUARTER -> {
                if (least < 1 || least > MOST) {
                    reasons.add(Reason.on("least", "monitoring.rule.refused.least", 1));
                }
            }
            default -> {
                if (threshold != null) {
                    require(reasons, threshold, kind.isRelation() ? "0" : "1", "100000");
                }
            }
        }
    }

    private static void require(List<Reason> reasons, @Nullable BigDecimal number, String from, String to) {
        if (number == null || number.compareTo(new BigDecimal(from)) < 0 || number.compareTo(new BigDecimal(to)) > 0) {
            reasons.add(Reason.on("threshold", "monitoring.rule.refused.threshold", from, to));
        }
    }

    private void refuseOperands(List<Reason> reasons) {
        if (scope != Scope.INDICATOR || subject == null || subject.item() == null) {
            reasons.add(Reason.on("subject", "monitoring.rule.refused.operand"));
        }
        if (other == null || other.item() == null || other.equals(subject)) {
            reasons.add(Reason.on("other", "monitoring.rule.refused.operand"));
        }
        if (kind == CheckRule.PARTS_NOT_WHOLE
                && (third == null || third.item() == null || third.equals(subject) || third.equals(other))) {
            reasons.add(Reason.on("third", "monitoring.rule.refused.operand"));
        }
    }
}
