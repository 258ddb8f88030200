package fledge.monitoring;

import fledge.kernel.AuditedEvent;
import java.time.Instant;
import java.util.Map;

/** A quarter's figures were asked of every reporting unit. */
public record RoundScheduled(Subject subject, String quarter, int units, Instant dueAt) implements AuditedEvent {

    @Override
    public Map<String, ?> after() {
        return Map.of("quarter", quarter, "units", units, "dueAt", dueAt);
    }
}
