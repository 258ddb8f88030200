package fledge.monitoring.rules;

import fledge.kernel.Period;
import fledge.programme.rules.Accumulation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a unit's figure is compared with in its own past: the levels of a flow, the rises of a stock, of a dozen periods.
 *
 * <p>A stock that grows steadily lies above all its past levels and is nothing unusual; what it rose by in a period tells more.
 * Quarters or months without a figure are passed over, and a rise needs both its periods. Example: a stock of 10, 12, 15 (newest last)
 * has the rises 3 and 2.
 */
public final class OwnHistory {

    /** How many periods are looked back on: three years of quarters, a year of months, and one more for the rise of the first. */
    public static final int PERIODS = 13;

    private OwnHistory() {}

    /** The figures to compare with, the newest first; {@code now} itself is not among them. */
    public static List<BigDecimal> of(
            Accumulation accumulation, Period now, Map<? extends Period, BigDecimal> figures) {
        List<BigDecimal> history = new ArrayList<>();
        for (int back = 1; back < PERIODS; back++) {
            BigDecimal figure = figures.get(now.plus(-back));
            BigDecimal before = figures.get(now.plus(-back - 1));
            if (figure != null && accumulation.isFlow()) {
                history.add(figure);
            } else if (figure != null && before != null) {
                history.add(figure.subtract(before));
            }
        }
        return history;
    }
}
