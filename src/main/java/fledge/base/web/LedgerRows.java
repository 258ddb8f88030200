package fledge.base.web;

import fledge.base.LedgerFigure;
import fledge.kernel.Measure;
import fledge.ui.Formats;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A typed number beside the ledger's, with the difference in words. */
@Component
class LedgerRows {

    private final Formats formats;

    LedgerRows(Formats formats) {
        this.formats = formats;
    }

    /** {@code agrees} is absent where there is nothing to compare. */
    record Row(
            String name,
            String figure,
            String measure,
            @Nullable String typed,
            @Nullable String ledger,
            @Nullable String difference,
            @Nullable Boolean agrees) {}

    Row row(
            String name,
            LedgerFigure figure,
            Measure measure,
            @Nullable BigDecimal typed,
            @Nullable BigDecimal ledger) {
        BigDecimal difference = typed == null || ledger == null ? null : typed.subtract(ledger);
        return new Row(
                name,
                formats.text(figure),
                formats.text(measure),
                formats.concise(typed, measure),
                formats.concise(ledger, measure),
                difference == null ? null : (difference.signum() > 0 ? "+" : "") + formats.concise(difference, measure),
                difference == null ? null : difference.signum() == 0);
    }
}
