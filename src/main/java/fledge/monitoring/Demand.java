package fledge.monitoring;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import fledge.kernel.Month;
import fledge.kernel.Period;
import fledge.kernel.Quarter;
import fledge.programme.IndicatorView;
import fledge.template.AskingPlan;
import fledge.template.rules.Frequency;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** What a programme asks of whom when: by the versions of its form, less what was waived, which are the units by period. */
record Demand(AskingPlan plan, Map<Integer, Set<UUID>> waived) {

    Demand(AskingPlan plan, Collection<Waived> waived) {
        this(plan, waived.stream().collect(groupingBy(Waived::period, mapping(Waived::unitId, toSet()))));
    }

    boolean asks(IndicatorView indicator, Period period) {
        return plan.asks(indicator.id(), period);
    }

    /** The demand for one indicator. */
    OfIndicator of(IndicatorView indicator) {
        return new OfIndicator(this, indicator);
    }

    /** What is asked of one indicator, quarter by quarter. */
    record OfIndicator(Demand demand, IndicatorView indicator) {

        /** Whether it is asked in the quarter, or in a month of it. */
        boolean isAsked(Quarter quarter) {
            return periods(quarter).stream().anyMatch(period -> demand.asks(indicator, period));
        }

        /** How many units a whole quarter has: those that have nothing waived in it. */
        int units(Quarter quarter) {
            Set<UUID> waived = waived(periods(quarter));
            List<UUID> reporting = indicator.reportingUnits();
            return waived.isEmpty()
                    ? reporting.size()
                    : (int) reporting.stream()
                            .filter(unit -> !waived.contains(unit))
                            .count();
        }

        /** The units that owe something of a quarter; who has something waived in it owes nothing. */
        List<UUID> missing(Quarter quarter, Map<Period, Set<UUID>> reported) {
            List<Period> asked = periods(quarter).stream()
                    .filter(period -> demand.asks(indicator, period))
                    .toList();
            Set<UUID> waived = waived(asked);
            return indicator.reportingUnits().stream()
                    .filter(unit -> !waived.contains(unit))
                    .filter(unit -> asked.stream()
                            .anyMatch(period ->
                                    !reported.getOrDefault(period, Set.of()).contains(unit)))
                    .toList();
        }

        private Set<UUID> waived(List<Period> periods) {
            return periods.stream()
                    .flatMap(period -> demand.waived.getOrDefault(period.index(), Set.of()).stream())
                    .collect(toSet());
        }

        private List<Period> periods(Quarter quarter) {
            if (demand.plan.frequency() == Frequency.QUARTER) {
                return List.of(quarter);
            }
            Month first = Month.of(quarter.start());
            return IntStream.range(0, 3).<Period>mapToObj(first::plus).toList();
        }
    }
}
