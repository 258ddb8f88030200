package fledge.exchange;

import fledge.kernel.Measure;
import fledge.monitoring.LineContent;
import fledge.monitoring.ReturnSheet;
import fledge.ui.Formats;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How a figure of a return is called, measured and shown. */
@Component
public class LineTexts {

    private final Formats formats;

    LineTexts(Formats formats) {
        this.formats = formats;
    }

    /** The parts of a ratio have names of their own. */
    public String name(ReturnSheet.Line line) {
        var indicator = line.indicator();
        @Nullable
        String part = switch (line.item()) {
            case NUMERATOR -> indicator.numerator(formats.locale());
            case DENOMINATOR -> indicator.denominator(formats.locale());
            case VALUE, TEXT, MILESTONE -> "";
        };
        String shown = Objects.requireNonNullElseGet(part, () -> formats.text(line.item()));
        return indicator.name(formats.locale()) + (shown.isEmpty() ? "" : " · " + shown);
    }

    public static Measure measure(ReturnSheet.Line line) {
        return switch (line.item()) {
            case TEXT -> Measure.TEXT;
            case MILESTONE -> Measure.MILESTONE;
            case VALUE, NUMERATOR, DENOMINATOR -> line.indicator().valueMeasure();
        };
    }

    /** As it is read on a page; null for nothing. */
    public @Nullable String shown(ReturnSheet.Line line, LineContent content) {
        return switch (line.item()) {
            case TEXT -> content.wording();
            case MILESTONE ->
                content.value() == null ? null : answer(content.value().signum() > 0);
            case VALUE, NUMERATOR, DENOMINATOR ->
                formats.number(content.value(), line.indicator().valueMeasure());
        };
    }

    String answer(boolean yes) {
        return formats.text(yes ? "monitoring.milestone.done" : "monitoring.milestone.open");
    }
}
