package fledge.amendment;

import fledge.kernel.AuditedEvent;
import java.time.Instant;
import java.util.Map;

/** An amendment was given more time. */
public record AmendmentExtended(Subject subject, Instant until) implements AuditedEvent {

    @Override
    public Map<String, ?> after() {
        return Map.of("expiresAt", until);
    }
}
