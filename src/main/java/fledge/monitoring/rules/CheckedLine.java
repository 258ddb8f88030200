package fledge.monitoring.rules;

import fledge.kernel.Measure;
import fledge.programme.rules.Accumulation;
import fledge.programme.rules.Item;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One cell of a return with what it is checked against; all numbers in base units, all of the past in the terms of the definition
 * that holds now, and absent where nothing puts them there.
 *
 * @param previous last quarter's figure
 * @param lastYear the figure of the same quarter a year before
 * @param changeBoundPercent how far it may move without being asked
 * @param mayFall whether this stock can become less; irrelevant for flows
 * @param partOfWhole for a numerator, whether it is contained in its denominator
 * @param required whether this quarter asks for it
 * @param history the unit's own earlier figures to compare with, as {@link OwnHistory} gives them
 * @param peers how the other units of the round grew on the quarter, in percent; absent without any
 */
public record CheckedLine(
        String indicator,
        Item item,
        Measure measure,
        Accumulation accumulation,
        @Nullable BigDecimal current,
        @Nullable String note,
        @Nullable BigDecimal previous,
        @Nullable BigDecimal lastYear,
        @Nullable BigDecimal minimum,
        @Nullable BigDecimal maximum,
        @Nullable BigDecimal changeBoundPercent,
        boolean mayFall,
        boolean partOfWhole,
        boolean required,
        List<BigDecimal> history,
        @Nullable Spread peers) {

    public CheckedLine {
        history = List.copyOf(history);
    }
}
