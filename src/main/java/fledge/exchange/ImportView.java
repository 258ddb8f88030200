package fledge.exchange;

import fledge.kernel.Reason;
import fledge.monitoring.ReturnView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A workbook on its way into a return.
 *
 * @param expiresAt when it is forgotten
 * @param sheet the sheet its rows were found on
 * @param basis which editions of the return's cells the rows are compared with
 * @param closed why nothing can be written at all; null while the return is open
 */
public record ImportView(
        UUID id,
        ReturnView report,
        String fileName,
        int size,
        String sha256,
        Instant uploadedAt,
        Instant expiresAt,
        String sheet,
        String basis,
        @Nullable Reason closed,
        int asked,
        List<ImportRow> rows) {

    public long count(ImportVerdict verdict) {
        return rows.stream().filter(row -> row.verdict() == verdict).count();
    }
}
