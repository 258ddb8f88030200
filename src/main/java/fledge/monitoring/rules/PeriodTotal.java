package fledge.monitoring.rules;

import fledge.kernel.Month;
import fledge.kernel.Period;
import fledge.kernel.Quarter;
import fledge.programme.rules.Accumulation;
import fledge.programme.rules.Item;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The sum of an item over the units that reported it for a quarter or a month.
 *
 * <p>Progress is measured by quarters. Of months, a flow's quarter is the sum of those that are there, a stock's is the last one.
 * The quarter has as many units as its month with the fewest, and none while a month of a flow, or the last month of a stock, is
 * missing, so that it never passes for whole. An item that a monthly form asks more seldom stands in the last month alone. Example: sales of 3, 4 and 5 from 2, 2 and 1 units make 12 from 1 unit; tenants of 10, 11 in two months make 11 from none.
 */
public record PeriodTotal(Item item, Period period, BigDecimal value, int units, boolean monthly) {

    private static final int MONTHS = 3;

    /** Totals by item and quarter, in that order. */
    public static List<QuarterTotal> byQuarter(Accumulation accumulation, List<PeriodTotal> totals) {
        Map<Item, TreeMap<Quarter, List<PeriodTotal>>> grouped = new EnumMap<>(Item.class);
        for (PeriodTotal total : totals) {
            grouped.computeIfAbsent(total.item(), item -> new TreeMap<>())
                    .computeIfAbsent(total.period().quarter(), quarter -> new ArrayList<>())
                    .add(total);
        }
        List<QuarterTotal> together = new ArrayList<>();
        grouped.forEach((item, quarters) ->
                quarters.forEach((quarter, parts) -> together.add(together(accumulation, item, quarter, parts))));
        return List.copyOf(together);
    }

    private static QuarterTotal together(
            Accumulation accumulation, Item item, Quarter quarter, List<PeriodTotal> parts) {
        PeriodTotal last = parts.stream()
                .max((one, other) -> one.period().end().compareTo(other.period().end()))
                .orElseThrow();
        boolean ended = !(last.period() instanceof Month month) || month.endsQuarter();
        if (!accumulation.isFlow()) {
            return new QuarterTotal(item, quarter, last.value(), ended ? last.units() : 0);
        }
        BigDecimal sum = parts.stream().map(PeriodTotal::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        int fewest = parts.stream().mapToInt(PeriodTotal::units).min().orElse(0);
        boolean whole = ended && (!last.monthly() || parts.size() == MONTHS);
        return new QuarterTotal(item, quarter, sum, whole ? fewest : 0);
    }
}
