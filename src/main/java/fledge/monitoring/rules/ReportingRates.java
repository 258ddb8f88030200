package fledge.monitoring.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How completely and how timely returns came in; each rate in percent with two decimals, half up, and none where nothing was
 * due.
 *
 * <p>Due = returns asked for − returns waived. Reporting rate (上报率) = returns reported ÷ due. Timeliness (及时率) = returns
 * reported before the due date ÷ due. Completeness (完整率) = cells with a figure in the returns reported ÷ cells of all returns
 * due. A return is reported with its first certification that was not recalled, and it stays so when it is sent back, unless the
 * correction lapses; a due date moved by a pause is the due date. Example: of 24 returns asked one is waived, 22 are reported,
 * 20 of them in time, and 105 of 115 cells have a figure: 22 ÷ 23 = 95.65 %, 20 ÷ 23 = 86.96 %, 105 ÷ 115 = 91.30 %.
 */
public record ReportingRates(long asked, long waived, long reported, long inTime, long cellsDue, long cellsFilled) {

    /** Of nothing. */
    public static final ReportingRates NONE = new ReportingRates(0, 0, 0, 0, 0, 0);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Refuses counts that cannot be, such as more returns in time than reported. */
    public ReportingRates {
        if (waived > asked || reported > asked - waived || inTime > reported || cellsFilled > cellsDue || inTime < 0) {
            throw new IllegalArgumentException(
                    "No such returns: %d asked, %d waived, %d reported, %d in time, %d of %d cells"
                            .formatted(asked, waived, reported, inTime, cellsFilled, cellsDue));
        }
    }

    /** The returns that had to come: asked − waived. */
    public long due() {
        return asked - waived;
    }

    /** The returns that came after the due date: reported − in time. */
    public long late() {
        return reported - inTime;
    }

    /** The returns that have not come: due − reported. */
    public long missing() {
        return due() - reported;
    }

    /** 上报率: reported ÷ due. */
    public @Nullable BigDecimal reporting() {
        return percent(reported, due());
    }

    /** 及时率: in time ÷ due. */
    public @Nullable BigDecimal timeliness() {
        return percent(inTime, due());
    }

    /** 完整率: cells with a figure ÷ cells of the returns due. */
    public @Nullable BigDecimal completeness() {
        return percent(cellsFilled, cellsDue);
    }

    /** Both together: counts are added, rates are never averaged. */
    public ReportingRates plus(ReportingRates other) {
        return new ReportingRates(
                asked + other.asked,
                waived + other.waived,
                reported + other.reported,
                inTime + other.inTime,
                cellsDue + other.cellsDue,
                cellsFilled + other.cellsFilled);
    }

    private static @Nullable BigDecimal percent(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part).multiply(HUNDRED).divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
    }
}
