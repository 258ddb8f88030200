package fledge.monitoring;

import fledge.kernel.Period;
import fledge.monitoring.Figures.Figure;
import fledge.programme.rules.Item;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
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

    Map<Period, BigDecimal> values(UUID indicatorId, Item item) {
        Map<Period, BigDecimal> values = new HashMap<>();
        figures.getOrDefault(new Cell(indicatorId, item), Map.of()).forEach((period, figure) -> {
            BigDecimal value = figure.value();
            if (value != null) {
                values.put(period, value);
            }
        });
        return values;
    }

    private static @Nullable BigDecimal value(@Nullable Figure figure) {
        return figure == null ? null : figure.value();
    }
}
