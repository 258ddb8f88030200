package fledge.programme.rules;

import fledge.kernel.Labelled;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How the figures of several quarters become one: an input of each indicator, not of its formula. */
public enum Accumulation implements Labelled {
    /** Adds up over quarters and years (新增企业). */
    FLOW,
    /** Adds up over the quarters of a year; each year stands alone (营业收入). */
    YEARLY_FLOW,
    /** The latest figure counts and nothing is added (余额, 存量). */
    STOCK;

    public boolean isFlow() {
        return this != STOCK;
    }

    /**
     * A year's figure out of its quarters (1 to 4).
     *
     * <p>A flow is the sum of what is there, complete with four quarters; a stock is the latest quarter's figure,
     * complete with the fourth. Example: flow 10, 20 gives 30, not complete.
     *
     * @return null when no quarter has a figure
     */
    public @Nullable YearFigure ofQuarters(Map<Integer, BigDecimal> quarters) {
        if (quarters.isEmpty()) {
            return null;
        }
        TreeMap<Integer, BigDecimal> sorted = new TreeMap<>(quarters);
        return isFlow()
                ? new YearFigure(sorted.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add), sorted.size() == 4)
                : new YearFigure(sorted.lastEntry().getValue(), sorted.lastKey() == 4);
    }

    @Override
    public String labelKey() {
        return "programme.accumulation." + name();
    }
}
