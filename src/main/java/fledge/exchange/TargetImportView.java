package fledge.exchange;

import fledge.apportionment.SplitForecast;
import fledge.apportionment.TargetSetView;
import fledge.kernel.Reason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A workbook on its way into a target set.
 *
 * @param expiresAt when it is forgotten
 * @param sheets how many of its sheets belong to the decomposition
 * @param basis which versions of the set's lines the cells are compared with
 * @param closed why nothing can be written at all; null while the set is a draft
 * @param asked how many numbers the decomposition has
 * @param splits each split as it is and as it would be
 */
public record TargetImportView(
        UUID id,
        TargetSetView set,
        String fileName,
        int size,
        String sha256,
        Instant uploadedAt,
        Instant expiresAt,
        int sheets,
        String basis,
        @Nullable Reason closed,
        int asked,
        List<TargetImportRow> rows,
        List<SplitForecast> splits) {

    public long count(ImportVerdict verdict) {
        return rows.stream().filter(row -> row.verdict() == verdict).count();
    }
}
