package fledge.reminder;

import fledge.kernel.AuditedEvent;
import fledge.monitoring.ReturnView;
import fledge.monitoring.Turn;
import java.util.Map;
import java.util.UUID;

/** A unit was reminded of its return; whoever sends what follows from it listens. */
public record UnitReminded(UUID reminderId, String label, ReturnView report, ReminderKind kind, Turn turn, String text)
        implements AuditedEvent {

    @Override
    public Subject subject() {
        return new Subject("return", report.id(), label);
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("reminder", reminderId, "kind", kind.name(), "turn", turn.name(), "text", text);
    }
}
