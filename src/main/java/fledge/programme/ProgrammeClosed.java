package fledge.programme;

import fledge.kernel.AuditedEvent;
import java.util.Map;
import java.util.UUID;

/** A programme is over. */
public record ProgrammeClosed(UUID id, String label) implements AuditedEvent {

    @Override
    public Subject subject() {
        return new Subject("programme", id, label);
    }

    @Override
    public Map<String, ?> before() {
        return Map.of("status", "PUBLISHED");
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("status", "CLOSED");
    }
}
