package fledge.monitoring;

import fledge.kernel.Measure;
import fledge.monitoring.rules.CheckedLine;
import fledge.monitoring.rules.OwnHistory;
import fledge.monitoring.rules.Spread;
import fledge.programme.IndicatorView;
import fledge.programme.rules.Comparison;
import fledge.programme.rules.Item;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Makes of a cell and its unit's past what the rules look at. */
final class CheckedLines {

    private CheckedLines() {}

    /** A sentence is checked for being there; everything else by its number. */
    static CheckedLine of(
            IndicatorView indicator, Item item, LineContent content, UnitPast past, @Nullable Spread peers) {
        boolean number = isNumber(item);
        BigDecimal current = item == Item.TEXT && content.wording() != null ? BigDecimal.ONE : content.value();
        return new CheckedLine(
                indicator.id().toString(),
                item,
                indicator.valueMeasure(),
                indicator.accumulation(),
                current,
                content.note(),
                number ? past.comparable(indicator, item, past.askedBefore(indicator.id())) : null,
                number ? past.comparable(indicator, item, past.now().minusYears(1)) : null,
                number ? indicator.bounds().lower() : null,
                item == Item.VALUE ? indicator.bounds().upper() : null,
                number ? indicator.bounds().changeBoundPercent() : null,
                indicator.bounds().mayFall() || !number,
                isPartOfWhole(indicator),
                true,
                OwnHistory.of(indicator.accumulation(), past.now(), past.comparable(indicator, item)),
                peers);
    }

    static boolean isNumber(Item item) {
        return item == Item.VALUE || item == Item.NUMERATOR || item == Item.DENOMINATOR;
    }

    /** A coverage and a share in percent are parts of a whole; a plain ratio, such as leverage, may exceed one. */
    private static boolean isPartOfWhole(IndicatorView indicator) {
        return indicator.comparison() == Comparison.COVERAGE || indicator.measure() == Measure.PERCENT;
    }
}
