package fledge.monitoring.rules;

import fledge.kernel.Quarter;
import fledge.programme.rules.Accumulation;
import fledge.programme.rules.Item;
import fledge.programme.rules.Observations;
import fledge.programme.rules.YearFigure;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Consolidation (汇总): from quarterly totals over units to the yearly figures that an indicator is measured by.
 *
 * <p>A flow's year is the sum of its quarters; a stock's year is its latest quarter. A stock's quarter in which units are
 * missing is passed over while an earlier one of the same year is whole, because its sum would show a fall that nobody
 * reported; a flow counts what there is. A year is whole when its four quarters are (of a stock: its last), or those in which the
 * indicator is asked where that is not every quarter. Nothing is filled in:
 * a year without any figure stays absent. A unit whose return of a quarter was waived is not expected there.
 *
 * <p>Example: quarters 450, 500, 520 of a flow make 1,470 for an unfinished year; stocks 5 (7 of 7 units) and 3 (4 of 7) make 5.
 */
public final class Consolidation {

    private Consolidation() {}

    /** The yearly figures up to and including a quarter, of an indicator that is asked every quarter. */
    public static Observations upTo(
            Quarter asOf, Accumulation accumulation, ToIntFunction<Quarter> unitsExpected, List<QuarterTotal> totals) {
        return upTo(asOf, accumulation, unitsExpected, quarter -> true, totals);
    }

    /** The same of an indicator that is asked in some quarters only: its year is whole when those are. */
    public static Observations upTo(
            Quarter asOf,
            Accumulation accumulation,
            ToIntFunction<Quarter> unitsExpected,
            Predicate<Quarter> asked,
            List<QuarterTotal> totals) {
        Map<Item, Map<Integer, TreeMap<Quarter, QuarterTotal>>> byYear = new HashMap<>();
        for (QuarterTotal total : totals) {
            if (total.quarter().compareTo(asOf) <= 0) {
                byYear.computeIfAbsent(total.item(), item -> new TreeMap<>())
                        .computeIfAbsent(total.quarter().year(), year -> new TreeMap<>())
                        .put(total.quarter(), total);
            }
        }
        Observations observations = Observations.NONE;
        for (var item : byYear.entrySet()) {
            for (var year : item.getValue().entrySet()) {
                YearFigure figure = accumulation.isFlow()
                        ? sum(year.getValue(), unitsExpected, asked)
                        : latest(year.getValue(), unitsExpected, asked);
                observations = observations.with(item.getKey(), year.getKey(), figure);
            }
        }
        return observations;
    }

    /**
     * The quarter that an indicator is judged as of: the last one in which every unit is, or whose round is over, so that
     * nobody's pace is judged by the few who reported first; without one, the last that has any figure.
     */
    public static Optional<Quarter> asOf(
            ToIntFunction<Quarter> unitsExpected, List<QuarterTotal> totals, Set<Quarter> roundsOver) {
        return totals.stream()
                .filter(total -> isWhole(total, unitsExpected) || roundsOver.contains(total.quarter()))
                .map(QuarterTotal::quarter)
                .max(Comparator.naturalOrder())
                .or(() -> latestQuarter(totals));
    }

    /** The last quarter that has any figure. */
    public static Optional<Quarter> latestQuarter(List<QuarterTotal> totals) {
        return totals.stream().map(QuarterTotal::quarter).max(Comparator.naturalOrder());
    }

    private static YearFigure sum(
            NavigableMap<Quarter, QuarterTotal> quarters,
            ToIntFunction<Quarter> unitsExpected,
            Predicate<Quarter> asked) {
        BigDecimal sum = quarters.values().stream().map(QuarterTotal::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean whole = quartersOf(quarters.firstKey().year())
                .filter(asked)
                .allMatch(quarter -> isWhole(quarters.get(quarter), unitsExpected));
        return new YearFigure(sum, whole);
    }

    private static YearFigure latest(
            NavigableMap<Quarter, QuarterTotal> quarters,
            ToIntFunction<Quarter> unitsExpected,
            Predicate<Quarter> asked) {
        QuarterTotal chosen = quarters.descendingMap().values().stream()
                .filter(total -> isWhole(total, unitsExpected))
                .findFirst()
                .orElse(quarters.lastEntry().getValue());
        boolean last = quartersOf(chosen.quarter().year())
                .filter(asked)
                .noneMatch(quarter -> quarter.compareTo(chosen.quarter()) > 0);
        return new YearFigure(chosen.value(), last && isWhole(chosen, unitsExpected));
    }

    private static Stream<Quarter> quartersOf(int year) {
        return IntStream.rangeClosed(1, 4).mapToObj(number -> new Quarter(year, number));
    }

    private static boolean isWhole(@Nullable QuarterTotal total, ToIntFunction<Quarter> unitsExpected) {
        return total != null && total.units() >= unitsExpected.applyAsInt(total.quarter());
    }
}
