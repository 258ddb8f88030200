package fledge.monitoring;

import fledge.kernel.AuditedEvent;
import java.time.Instant;
import java.util.Map;

/** The clock of a return's turn was stopped. */
public record ClockPaused(Subject subject, Turn turn, Instant due, String reason) implements AuditedEvent {

    @Override
    public Map<String, ?> before() {
        return Map.of("turn", turn.name(), "due", due);
    }
}
