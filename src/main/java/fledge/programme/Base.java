package fledge.programme;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The base period's figure (基期值) in the base unit of the indicator's value measure, and where it comes from. */
public record Base(
        @Nullable Integer year,
        @Nullable BigDecimal value,
        FigureStatus quality,
        @Nullable String note) {

    /** A document prints no base value. */
    public static Base missing(@Nullable Integer year, @Nullable String note) {
        return new Base(year, null, FigureStatus.MISSING, note);
    }

    public boolean isMissing() {
        return quality == FigureStatus.MISSING;
    }
}
