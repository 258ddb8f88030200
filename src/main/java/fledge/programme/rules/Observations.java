package fledge.programme.rules;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was reported: for each item the figures of the years that have one. A year without a figure is absent, never zero. */
public record Observations(Map<Item, Map<Integer, YearFigure>> figures) {

    public static final Observations NONE = new Observations(Map.of());

    public Observations {
        EnumMap<Item, Map<Integer, YearFigure>> copy = new EnumMap<>(Item.class);
        figures.forEach((item, years) -> copy.put(item, Map.copyOf(years)));
        figures = copy;
    }

    /** These and one more figure. */
    public Observations with(Item item, int year, YearFigure figure) {
        Map<Item, Map<Integer, YearFigure>> more = new EnumMap<>(Item.class);
        more.putAll(figures);
        Map<Integer, YearFigure> years = new TreeMap<>(more.getOrDefault(item, Map.of()));
        years.put(year, figure);
        more.put(item, years);
        return new Observations(more);
    }

    /** These and the figure of a whole year. */
    public Observations with(Item item, int year, BigDecimal value) {
        return with(item, year, new YearFigure(value, true));
    }

    public @Nullable YearFigure figure(Item item, int year) {
        return figures.getOrDefault(item, Map.of()).get(year);
    }
}
