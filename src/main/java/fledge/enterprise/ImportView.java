package fledge.enterprise;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import as others see it.
 *
 * @param rowsForgottenAt since when the rows themselves are gone
 * @param counts of its rows by what they are to the register
 * @param done how many rows are read, or how many of those to be written are written or passed over
 */
public record ImportView(
        UUID id,
        String fileName,
        int size,
        String sha256,
        ImportStatus status,
        UUID uploadedBy,
        Instant uploadedAt,
        @Nullable UUID confirmedBy,
        @Nullable Instant confirmedAt,
        @Nullable Instant endedAt,
        @Nullable Instant rowsForgottenAt,
        Map<ImportVerdict, Integer> counts,
        int done) {

    public ImportView {
        counts = Map.copyOf(counts);
    }

    public int count(ImportVerdict verdict) {
        return counts.getOrDefault(verdict, 0);
    }

    public int rows() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many rows change the register, or changed it. */
    public int writable() {
        return count(ImportVerdict.NEW) + count(ImportVerdict.CHANGED);
    }

    /** Those, and the ones that were to be written and were passed over. */
    public int toWrite() {
        return writable() + count(ImportVerdict.OVERTAKEN);
    }
}
