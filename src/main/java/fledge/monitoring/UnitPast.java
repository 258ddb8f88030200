package fledge.monitoring;

import fledge.kernel.Quarter;
import fledge.monitoring.Figures.Figure;
import fledge.programme.rules.Item;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one unit reported before, cell by cell. */
record UnitPast(Quarter now, Map<Cell, Map<Quarter, Figure>> figures) {

    /** An indicator's item. */
    record Cell(UUID indicatorId, Item item) {}

    static UnitPast of(Quarter now, Collection<Figure> figures) {
        Map<Cell, Map<Quarter, Figure>> byCell = new HashMap<>();
        for (Figure figure : figures) {
            byCell.computeIfAbsent(new Cell(figure.indicatorId(), figure.item()), cell -> new HashMap<>())
                    .put(figure.quarter(), figure);
        }
        return new UnitPast(now, byCell);
    }

    @Nullable
    Figure figure(UUID indicatorId, Item item, Quarter quarter) {
        return figures.getOrDefault(new Cell(indicatorId, item), Map.of()).get(quarter);
    }

    @Nullable
    BigDecimal previous(UUID indicatorId, Item item) {
        return value(figure(indicatorId, item, now.previous()));
    }

    @Nullable
    BigDecimal lastYear(UUID indicatorId, Item item) {
        return value(figure(indicatorId, item, now.minusYears(1)));
    }

    Map<Quarter, BigDecimal> values(UUID indicatorId, Item item) {
        Map<Quarter, BigDecimal> values = new HashMap<>();
        figures.getOrDefault(new Cell(indicatorId, item), Map.of()).forEach((quarter, figure) -> {
            BigDecimal value = figure.value();
            if (value != null) {
                values.put(quarter, value);
            }
        });
        return values;
    }

    private static @Nullable BigDecimal value(@Nullable Figure figure) {
        return figure == null ? null : figure.value();
    }
}
