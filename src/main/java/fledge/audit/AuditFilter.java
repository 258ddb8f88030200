package fledge.audit;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which entries to list; null leaves a question open. {@code who} and {@code label} match from the beginning. */
public record AuditFilter(
        @Nullable String who,
        @Nullable String action,
        @Nullable String kind,
        @Nullable String label,
        @Nullable UUID subjectId,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    public static final AuditFilter NONE = new AuditFilter(null, null, null, null, null, null, null);
}
