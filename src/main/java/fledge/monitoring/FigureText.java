package fledge.monitoring;

import fledge.kernel.Measure;
import fledge.programme.IndicatorView;
import fledge.programme.rules.Item;
import fledge.ui.Formats;
import org.jspecify.annotations.Nullable;

/** How a figure and its name stand on a page, whoever shows them. */
public final class FigureText {

    private FigureText() {}

    /** The number in its measure, yes or no, or the sentence; null where nothing is. */
    public static @Nullable String content(Formats formats, Item item, LineContent content, Measure measure) {
        return switch (item) {
            case TEXT -> content.wording();
            case MILESTONE ->
                content.value() == null
                        ? null
                        : formats.text(
                                content.value().signum() > 0
                                        ? "monitoring.milestone.done"
                                        : "monitoring.milestone.open");
            default -> formats.number(content.value(), measure);
        };
    }

    /** The indicator's name, and of a ratio that of its part. */
    public static String name(Formats formats, IndicatorView indicator, Item item) {
        String part = part(formats, indicator, item);
        return indicator.name(formats.locale()) + (part == null ? "" : " · " + part);
    }

    /** The parts of a ratio have names of their own; an undivided figure needs none. */
    public static @Nullable String part(Formats formats, IndicatorView indicator, Item item) {
        return item == Item.NUMERATOR || item == Item.DENOMINATOR ? itemName(formats, indicator, item) : null;
    }

    /** What an indicator calls one of its items, or else the item's own name. */
    public static String itemName(Formats formats, IndicatorView indicator, Item item) {
        String named = switch (item) {
            case NUMERATOR -> indicator.numerator(formats.locale());
            case DENOMINATOR -> indicator.denominator(formats.locale());
            default -> null;
        };
        return named == null ? formats.text(item) : named;
    }

    /** The measure a figure is shown in; a sentence has none. */
    public static String measure(Formats formats, IndicatorView indicator, Item item) {
        return switch (item) {
            case TEXT -> "";
            case MILESTONE -> formats.text(Measure.MILESTONE);
            default -> formats.measure(indicator.valueMeasure());
        };
    }
}
