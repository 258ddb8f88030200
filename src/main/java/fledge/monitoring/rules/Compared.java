package fledge.monitoring.rules;

import fledge.kernel.Labelled;
import fledge.kernel.Quarter;
import fledge.programme.rules.DefinitionHistory;
import fledge.programme.rules.Item;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A figure beside an earlier one (同比, 环比, 累计同比): growth = (now − then) / then × 100 %.
 *
 * <p>Both stand on one basis: where the definition changed in between, the earlier figure is the one the bridge has on the new
 * basis, and without a bridge there is no growth (口径变化，不可比). A total in which a unit is missing, and an earlier figure of
 * zero or less, give none either. Half up after ten decimals. Example: 609 after a reported 560, bridged to 580, is 5 %; after 560
 * without a bridge it is nothing, never 8.75 %.
 *
 * @param now what was reported
 * @param then what was reported then
 * @param onBasis the earlier figure as it is compared; absent where it is not
 */
public record Compared(
        @Nullable BigDecimal now,
        @Nullable BigDecimal then,
        @Nullable BigDecimal onBasis,
        Comparability comparability) {

    /** Whether two figures can be held against each other, and how. */
    public enum Comparability implements Labelled {
        SAME_BASIS,
        BRIDGED,
        DEFINITION_CHANGED,
        /** One of the two is not there, or not from every unit. */
        NOT_WHOLE;

        @Override
        public String labelKey() {
            return "monitoring.comparability." + name();
        }
    }

    private static final int DECIMALS = 10;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Growth in percent; null where the two cannot be compared. */
    public @Nullable BigDecimal percent() {
        return now == null || onBasis == null || onBasis.signum() <= 0
                ? null
                : now.subtract(onBasis).multiply(HUNDRED).divide(onBasis, DECIMALS, RoundingMode.HALF_UP);
    }

    /** A quarter beside another one: the same of last year, or the one before. */
    public static Compared quarters(Series series, Quarter now, Quarter then) {
        return series.compared(List.of(now), List.of(then));
    }

    /** The quarters of a year so far beside the same ones of the year before. */
    public static Compared yearToDate(Series series, Quarter now) {
        List<Quarter> soFar = IntStream.rangeClosed(1, now.number())
                .mapToObj(number -> new Quarter(now.year(), number))
                .toList();
        return series.compared(
                soFar, soFar.stream().map(quarter -> quarter.minusYears(1)).toList());
    }

    /** The totals of an indicator's value quarter by quarter, with the definitions they were made under. */
    public record Series(
            DefinitionHistory definitions, TreeMap<Quarter, QuarterTotal> totals, ToIntFunction<Quarter> expected) {

        public static Series of(
                DefinitionHistory definitions, List<QuarterTotal> totals, ToIntFunction<Quarter> expected) {
            var byQuarter = new TreeMap<Quarter, QuarterTotal>();
            totals.stream()
                    .filter(total -> total.item() == Item.VALUE)
                    .forEach(total -> byQuarter.put(total.quarter(), total));
            return new Series(definitions, byQuarter, expected);
        }

        /** What was reported, from every unit; null otherwise. */
        public @Nullable BigDecimal whole(Quarter quarter) {
            QuarterTotal total = totals.get(quarter);
            return total == null || total.units() < expected.applyAsInt(quarter) ? null : total.value();
        }

        /** A year's first quarters in the terms of a quarter's definition; empty unless each is whole and comparable. */
        List<BigDecimal> onBasisOf(Quarter basis, int year, int quarters) {
            var values = new ArrayList<BigDecimal>();
            for (int number = 1; number <= quarters; number++) {
                Quarter quarter = new Quarter(year, number);
                BigDecimal value = definitions.onBasisOf(basis, quarter, whole(quarter));
                if (value == null) {
                    return List.of();
                }
                values.add(value);
            }
            return values;
        }

        /** The four quarters of the year before, in the terms of this one; empty unless all are known. */
        public List<BigDecimal> lastYear(Quarter now) {
            return onBasisOf(now, now.year() - 1, 4);
        }

        private Compared compared(List<Quarter> now, List<Quarter> then) {
            Quarter basis = now.getLast();
            BigDecimal current = sum(now, basis, false);
            BigDecimal earlier = sum(then, basis, false);
            if (current == null || earlier == null) {
                return new Compared(current, earlier, null, Comparability.NOT_WHOLE);
            }
            if (definitions.breaks(then.getFirst(), basis).isEmpty()) {
                return new Compared(current, earlier, earlier, Comparability.SAME_BASIS);
            }
            // A change within the quarters themselves leaves their sum without a basis of its own.
            boolean mixed = !definitions.breaks(now.getFirst(), basis).isEmpty();
            BigDecimal bridged = mixed ? null : sum(then, basis, true);
            return new Compared(
                    current,
                    earlier,
                    bridged,
                    bridged == null ? Comparability.DEFINITION_CHANGED : Comparability.BRIDGED);
        }

        private @Nullable BigDecimal sum(List<Quarter> quarters, Quarter basis, boolean bridged) {
            BigDecimal sum = BigDecimal.ZERO;
            for (Quarter quarter : quarters) {
                BigDecimal reported = whole(quarter);
                BigDecimal value = bridged ? definitions.onBasisOf(basis, quarter, reported) : reported;
                if (value == null) {
                    return null;
                }
                sum = sum.add(value);
            }
            return sum;
        }
    }
}
