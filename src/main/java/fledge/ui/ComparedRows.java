package fledge.ui;

import fledge.kernel.Labelled;
import fledge.kernel.Measure;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A typed number beside what a register counts, with the difference in words. */
@Component
public class ComparedRows {

    private final Formats formats;

    ComparedRows(Formats formats) {
        this.formats = formats;
    }

    /** {@code agrees} is absent where there is nothing to compare. */
    public record Row(
            String name,
            String figure,
            String measure,
            @Nullable String typed,
            @Nullable String counted,
            @Nullable String difference,
            @Nullable Boolean agrees) {}

    public Row row(
            String name, Labelled figure, Measure measure, @Nullable BigDecimal typed, @Nullable BigDecimal counted) {
        BigDecimal difference = typed == null || counted == null ? null : typed.subtract(counted);
        return new Row(
                name,
                formats.text(figure),
                formats.text(measure),
                formats.concise(typed, measure),
                formats.concise(counted, measure),
                difference == null ? null : (difference.signum() > 0 ? "+" : "") + formats.concise(difference, measure),
                difference == null ? null : difference.signum() == 0);
    }
}
