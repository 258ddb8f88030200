package fledge.monitoring;

import fledge.kernel.Period;
import fledge.kernel.Quarter;
import fledge.monitoring.Figures.Figure;
import fledge.programme.IndicatorView;
import fledge.programme.rules.DefinitionHistory;
import fledge.programme.rules.Item;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** What one unit reported before, cell by cell. */
record UnitPast(Period now, ToIntFunction<UUID> step, Map<Cell, Map<Period, Figure>> figures) {

    /** An indicator's item. */
    record Cell(UUID indicatorId, Item item) {}

    /** The step says how many periods ago an indicator was asked the last time. */
    static UnitPast of(Period now, ToIntFunction<UUID> step, Collection<Figure> figures) {
        Map<Cell, Map<Period, Figure>> byCell = new HashMap<>();
        for (Figure figure : figures) {
            byCell.computeIfAbsent(new Cell(figure.indicatorId(), figure.item()), cell -> new HashMap<>())
                    .put(figure.period(), figure);
        }
        return new UnitPast(now, step, byCell);
    }

    @Nullable
    Figure figure(UUID indicatorId, Item item, Period period) {
        return figures.getOrDefault(new Cell(indicatorId, item), Map.of()).get(period);
    }

    /** The period for which an indicator was asked the last time: a yearly one a year ago. */
    Period askedBefore(UUID indicatorId) {
        return now.plus(-step.applyAsInt(indicatorId));
    }

    @Nullable
    Figure last(UUID indicatorId, Item item) {
        return figure(indicatorId, item, askedBefore(indicatorId));
    }

    @Nullable
    BigDecimal previous(UUID indicatorId, Item item) {
        return value(last(indicatorId, item));
    }

    @Nullable
    BigDecimal lastYear(UUID indicatorId, Item item) {
        return value(figure(indicatorId, item, now.minusYears(1)));
    }

    /** All that can be compared with now. */
    Map<Period, BigDecimal> comparable(IndicatorView indicator, Item item) {
        DefinitionHistory history = indicator.history();
        Map<Period, BigDecimal> values = new HashMap<>();
        figures.getOrDefault(new Cell(indicator.id(), item), Map.of()).forEach((period, figure) -> {
            BigDecimal value = comparable(indicator, history, figure);
            if (value != null) {
                values.put(period, value);
            }
        });
        return values;
    }

    /** What was reported for a period, as far as it can be compared with now. */
    @Nullable
    BigDecimal comparable(IndicatorView indicator, Item item, Period period) {
        Figure figure = figure(indicator.id(), item, period);
        return figure == null ? null : comparable(indicator, indicator.history(), figure);
    }

    /**
     * A figure in the terms of the definition that holds now. What was made under another one is put on this basis by a bridge row
     * alone; that speaks of the whole, so it speaks of a unit only where no other unit reports.
     */
    private @Nullable BigDecimal comparable(IndicatorView indicator, DefinitionHistory history, Figure figure) {
        if (figure.definition() == history.numberIn(now.quarter())) {
            return figure.value();
        }
        boolean whole = figure.item() == Item.VALUE
                && figure.period() instanceof Quarter
                && indicator.reportingUnits().equals(List.of(figure.unitId()));
        return whole ? history.onBasisOf(now.quarter(), figure.period().quarter(), null) : null;
    }

    private static @Nullable BigDecimal value(@Nullable Figure figure) {
        return figure == null ? null : figure.value();
    }
}
