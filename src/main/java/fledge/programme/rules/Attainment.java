package fledge.programme.rules;

import fledge.programme.rules.Reading.Measured;
import fledge.programme.rules.Reading.Unmeasured;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whether an indicator reaches its goal (达标), and how far it has come (完成率).
 *
 * <p>The comparison is exact; rounding is for display only. Before the goal's year is whole the verdict is
 * {@link Verdict#IN_PROGRESS}, unless a sum that can only grow is there already. Example: 55 % over 2644.08 亿 is met by
 * 4098.324 亿; 4098.32 亿 shows 55.00 % and is not met.
 */
public final class Attainment {

    /** What a year says of the whole, strongest first. */
    private static final List<Verdict> GRAVITY = List.of(
            Verdict.NOT_COMPUTABLE,
            Verdict.TARGET_MISSING,
            Verdict.NOT_MET,
            Verdict.BELOW,
            Verdict.IN_PROGRESS,
            Verdict.MET,
            Verdict.WITHIN,
            Verdict.ABOVE,
            Verdict.NOT_APPLICABLE,
            Verdict.PARTIAL,
            Verdict.REPORTED);

    private Attainment() {}

    /** Evaluates what was reported up to and including a year; what lies after the goal's year is not looked at. */
    public static Evaluation evaluate(IndicatorTerms terms, Observations observed, int upTo) {
        if (terms.comparison().isYearly()) {
            return yearByYear(terms, observed, Math.min(upTo, terms.lastYear()));
        }
        Goal goal = terms.goal();
        int dueYear = goal == null ? terms.lastYear() : goal.year();
        int year = Math.min(upTo, dueYear);
        return judge(terms, goal, dueYear, terms.comparison().read(terms, observed, year));
    }

    private static Evaluation yearByYear(IndicatorTerms terms, Observations observed, int upTo) {
        List<Evaluation> single = new ArrayList<>();
        List<YearResult> years = new ArrayList<>();
        Set<Integer> missing = new TreeSet<>();
        for (int year = terms.firstYear(); year <= upTo; year++) {
            Evaluation one =
                    judge(terms, terms.goalFor(year), year, terms.comparison().read(terms, observed, year));
            single.add(one);
            years.add(new YearResult(year, one.measured(), one.completion(), one.verdict(), one.obstacle()));
            missing.addAll(one.missingYears());
        }
        if (single.isEmpty()) {
            return judge(terms, terms.goal(), upTo, Reading.missing(upTo));
        }
        Evaluation last = single.getLast();
        Evaluation gravest = single.stream()
                .min(Comparator.comparingInt(one -> GRAVITY.indexOf(one.verdict())))
                .orElseThrow();
        Verdict verdict = gravest.verdict();
        if (!missing.isEmpty() && single.stream().anyMatch(one -> one.measured() != null)) {
            verdict = Verdict.PARTIAL;
        } else if (verdict.isAchieved() && upTo < terms.lastYear()) {
            verdict = Verdict.IN_PROGRESS;
        }
        return new Evaluation(
                verdict,
                missing.isEmpty() ? gravest.obstacle() : Obstacle.YEARS_MISSING,
                last.year(),
                last.measured(),
                last.completion(),
                last.difference(),
                single.stream().anyMatch(Evaluation::approximate),
                List.copyOf(missing),
                years);
    }

    private static Evaluation judge(IndicatorTerms terms, @Nullable Goal goal, int dueYear, Reading reading) {
        boolean about = goal != null && goal.operator() == Operator.ABOUT;
        if (reading instanceof Unmeasured nothing) {
            return new Evaluation(
                    nothing.verdict(), nothing.obstacle(), null, null, null, null, about, nothing.missing(), List.of());
        }
        Measured measured = (Measured) reading;
        BigDecimal value = measured.result().value();
        BigDecimal aim = goal == null ? null : goal.value();
        boolean lost = goal != null && goal.operator() != Operator.QUALITATIVE && !goal.isAvailable();
        return new Evaluation(
                goal == null ? Verdict.REPORTED : verdict(terms, goal, dueYear, measured),
                lost ? Obstacle.TARGET_NOT_AVAILABLE : null,
                measured.year(),
                value,
                aim == null || aim.signum() <= 0 ? null : measured.result().percentOf(aim),
                aim == null ? null : value.subtract(aim),
                about,
                List.of(),
                List.of());
    }

    private static Verdict verdict(IndicatorTerms terms, Goal goal, int dueYear, Measured measured) {
        if (goal.operator() == Operator.QUALITATIVE) {
            return Verdict.REPORTED;
        }
        if (!goal.isAvailable()) {
            return Verdict.TARGET_MISSING;
        }
        Verdict asItStands = compare(goal, measured.result());
        boolean due = measured.complete() && measured.year() >= dueYear;
        return due || (asItStands == Verdict.MET && terms.onlyGrows() && goal.operator() != Operator.EXACTLY)
                ? asItStands
                : Verdict.IN_PROGRESS;
    }

    private static Verdict compare(Goal goal, Exact result) {
        BigDecimal value = goal.value();
        BigDecimal upper = goal.upper();
        int order = value == null ? -1 : result.compareWith(value);
        return switch (goal.operator()) {
            case AT_LEAST -> order >= 0 ? Verdict.MET : Verdict.NOT_MET;
            case MORE_THAN -> order > 0 ? Verdict.MET : Verdict.NOT_MET;
            case EXACTLY -> order == 0 ? Verdict.MET : Verdict.NOT_MET;
            case ABOUT -> order >= 0 ? Verdict.MET : Verdict.BELOW;
            case RANGE ->
                order < 0
                        ? Verdict.BELOW
                        : upper != null && result.compareWith(upper) > 0 ? Verdict.ABOVE : Verdict.WITHIN;
            case QUALITATIVE -> Verdict.REPORTED;
        };
    }
}
