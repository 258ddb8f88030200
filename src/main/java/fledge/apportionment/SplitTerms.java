package fledge.apportionment;

import fledge.apportionment.rules.Balance;
import fledge.apportionment.rules.Whole;
import fledge.kernel.Measure;
import fledge.kernel.Reason;
import fledge.programme.IndicatorView;
import fledge.programme.SplitLaw;
import fledge.programme.TargetView;
import fledge.programme.rules.Accumulation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What an indicator's split law asks of its parts: in which measure, in which years, and what they must come to. */
final class SplitTerms {

    private final IndicatorView indicator;

    SplitTerms(IndicatorView indicator) {
        this.indicator = indicator;
    }

    SplitLaw law() {
        return indicator.splitLaw() == SplitLaw.ADDITIVE
                        && indicator.comparison().isGrowth()
                ? SplitLaw.NONE
                : indicator.splitLaw();
    }

    /** A sum and a ratio are split in what is reported, everything else in the measure of the target. */
    Measure measure() {
        return isSummed() || law() == SplitLaw.RATIO ? indicator.valueMeasure() : indicator.measure();
    }

    boolean isSummed() {
        return law() == SplitLaw.ADDITIVE || law() == SplitLaw.RANGE;
    }

    /** Whether its lines carry numbers at all: a sentence and a milestone are carried by name. */
    boolean isNumeric() {
        return measure().isNumeric() && indicator.targets().stream().anyMatch(target -> target.value() != null);
    }

    /** Only what adds up over the quarters of a year is split into quarters. */
    boolean mayBeQuarterly() {
        return law() == SplitLaw.ADDITIVE && indicator.accumulation() != Accumulation.STOCK;
    }

    /** Each target that has a number, in the order of years. */
    List<Whole> wholes() {
        TreeMap<Integer, Whole> wholes = new TreeMap<>();
        if (isNumeric()) {
            for (TargetView target : indicator.targets()) {
                Integer year = target.year() == null ? indicator.endYear() : target.year();
                BigDecimal amount = amount(target);
                if (year != null && amount != null) {
                    wholes.put(year, new Whole(year, isCumulative(), target.operator(), amount, target.upper()));
                }
            }
        }
        return List.copyOf(wholes.values());
    }

    private @Nullable BigDecimal amount(TargetView target) {
        BigDecimal base = indicator.baseline().value();
        BigDecimal value = target.value();
        if (value == null
                || law() != SplitLaw.ADDITIVE
                || !indicator.comparison().dividesByBaseline()) {
            return value;
        }
        return base == null ? null : base.multiply(value).movePointLeft(2);
    }

    private boolean isCumulative() {
        return isSummed()
                && indicator.accumulation() == Accumulation.FLOW
                && !indicator.comparison().isYearly();
    }

    List<Integer> years() {
        Integer start = indicator.startYear();
        Integer end = indicator.endYear();
        if (isCumulative() && start != null && end != null) {
            return IntStream.rangeClosed(start, end).boxed().toList();
        }
        var years = new TreeSet<Integer>();
        for (TargetView target : indicator.targets()) {
            Integer year = target.year() == null ? end : target.year();
            if (year != null) {
                years.add(year);
            }
        }
        return List.copyOf(years);
    }

    List<Period> periods(boolean quarterly) {
        List<Period> periods = new ArrayList<>();
        for (int year : years()) {
            if (quarterly && mayBeQuarterly()) {
                IntStream.rangeClosed(1, 4).forEach(quarter -> periods.add(new Period(year, quarter)));
            } else {
                periods.add(new Period(year, null));
            }
        }
        return periods;
    }

    /** How the numbers of these lines stand to what they must come to. */
    List<Balance> balances(List<LineView> lines) {
        return balances(lines, LineView::value, LineView::denominator);
    }

    /** The same with other numbers than the lines have now. */
    List<Balance> balances(
            List<LineView> lines,
            Function<LineView, @Nullable BigDecimal> value,
            Function<LineView, @Nullable BigDecimal> denominator) {
        return wholes().stream()
                .map(whole -> {
                    List<LineView> covered = lines.stream()
                            .filter(line -> whole.covers(line.year()))
                            .toList();
                    return switch (law()) {
                        case ADDITIVE, RANGE -> Balance.ofSum(whole, numbers(covered, value));
                        case RATIO -> Balance.ofRatio(whole, pairs(covered, value, denominator), isPercent());
                        case SAME, NONE -> Balance.ofSame(whole, numbers(covered, value));
                    };
                })
                .toList();
    }

    private static List<BigDecimal> numbers(List<LineView> lines, Function<LineView, @Nullable BigDecimal> value) {
        List<BigDecimal> numbers = new ArrayList<>();
        for (LineView line : lines) {
            BigDecimal number = value.apply(line);
            if (number != null) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    private static List<Balance.Pair> pairs(
            List<LineView> lines,
            Function<LineView, @Nullable BigDecimal> value,
            Function<LineView, @Nullable BigDecimal> denominator) {
        List<Balance.Pair> pairs = new ArrayList<>();
        for (LineView line : lines) {
            BigDecimal over = value.apply(line);
            BigDecimal under = denominator.apply(line);
            if (over != null && under != null) {
                pairs.add(new Balance.Pair(over, under));
            }
        }
        return pairs;
    }

    /** Whether a line has every number it needs. */
    boolean isComplete(@Nullable BigDecimal value, @Nullable BigDecimal denominator) {
        return !isNumeric() || (value != null && (law() != SplitLaw.RATIO || denominator != null));
    }

    /** Why a number cannot stand in a line. */
    Optional<Reason> refusal(String field, @Nullable BigDecimal number) {
        if (number == null) {
            return Optional.empty();
        }
        if (!isNumeric()) {
            return Optional.of(Reason.on(field, "apportionment.refused.noNumber"));
        }
        if (number.signum() < 0 && (isSummed() || law() == SplitLaw.RATIO)) {
            return Optional.of(Reason.on(field, "apportionment.refused.negative"));
        }
        return measure().isWhole() && number.stripTrailingZeros().scale() > 0
                ? Optional.of(Reason.on(field, "apportionment.refused.notWhole", measure()))
                : Optional.empty();
    }

    /** Why these numbers cannot take the place of what a line carries, at the fields of the grid. */
    List<Reason> refusals(LineView line, @Nullable BigDecimal value, @Nullable BigDecimal denominator) {
        if (line.carries(value, denominator)) {
            return List.of();
        }
        List<Reason> reasons = new ArrayList<>();
        String field = "value-" + line.id();
        refusal(field, value)
                .or(() -> lawRefusal(field, line.year(), value))
                .or(() -> line.status().isWritable()
                        ? Optional.empty()
                        : Optional.of(Reason.on(field, "apportionment.refused.notWritable", line.status())))
                .ifPresent(reasons::add);
        refusal("denominator-" + line.id(), denominator).ifPresent(reasons::add);
        return reasons;
    }

    /** Where all carry the same, nobody can make up for a part that misses the target; a part of a sum can be made up for. */
    Optional<Reason> lawRefusal(String field, int year, @Nullable BigDecimal number) {
        Whole whole =
                law() == SplitLaw.SAME || law() == SplitLaw.NONE ? whole(year).orElse(null) : null;
        return number == null
                        || whole == null
                        || Balance.ofSame(whole, List.of(number)).closes()
                ? Optional.empty()
                : Optional.of(Reason.on(
                        field,
                        "apportionment.refused.notTheSame",
                        law(),
                        measure().fromBase(whole.target()),
                        measure()));
    }

    /** The smallest amount to hand out: one where nothing can be halved, else the last digit a page shows. */
    BigDecimal step(BigDecimal whole) {
        BigDecimal shown =
                measure().toBase(BigDecimal.ONE.movePointLeft(measure().decimals()));
        return whole.remainder(shown).signum() == 0
                ? shown
                : BigDecimal.ONE.movePointLeft(
                        Math.max(0, whole.stripTrailingZeros().scale()));
    }

    Optional<Whole> whole(int year) {
        return wholes().stream().filter(whole -> whole.year() == year).findFirst();
    }

    /** Who carries it unless the planner chooses others. */
    List<UUID> usualUnits() {
        return law() == SplitLaw.NONE || !isNumeric()
                ? indicator.responsibleUnits().stream().limit(1).toList()
                : indicator.reportingUnits().isEmpty()
                        ? indicator.responsibleUnits().stream().limit(1).toList()
                        : indicator.reportingUnits();
    }

    boolean isPercent() {
        return indicator.measure() == Measure.PERCENT;
    }
}
