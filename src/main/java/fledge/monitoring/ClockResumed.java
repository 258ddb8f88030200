package fledge.monitoring;

import fledge.kernel.AuditedEvent;
import java.time.Instant;
import java.util.Map;

/** The clock of a return's turn runs again; its deadline has moved by the working days of the pause. */
public record ClockResumed(Subject subject, Turn turn, Instant wasDue, Instant due, int days) implements AuditedEvent {

    @Override
    public Map<String, ?> before() {
        return Map.of("due", wasDue);
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("turn", turn.name(), "due", due, "workingDays", days);
    }
}
