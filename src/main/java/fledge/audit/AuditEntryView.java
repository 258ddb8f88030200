package fledge.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry of the trail. */
public record AuditEntryView(
        long seq,
        UUID id,
        Instant at,
        Instant recordedAt,
        @Nullable UUID accountId,
        @Nullable UUID personId,
        String login,
        String name,
        List<String> roles,
        List<String> units,
        String module,
        String action,
        String subjectKind,
        UUID subjectId,
        String subjectLabel,
        Map<String, String> before,
        Map<String, String> after,
        @Nullable String reason,
        @Nullable String requestId,
        String previous,
        String hash) {

    /** The message key of what was done. */
    public String actionKey() {
        return module + ".event." + action;
    }
}
