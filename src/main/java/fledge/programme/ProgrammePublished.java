package fledge.programme;

import fledge.kernel.AuditedEvent;
import java.util.Map;
import java.util.UUID;

/** A programme came into force; its indicators and targets are fixed from here on. */
public record ProgrammePublished(UUID id, String label) implements AuditedEvent {

    @Override
    public Subject subject() {
        return new Subject("programme", id, label);
    }

    @Override
    public Map<String, ?> before() {
        return Map.of("status", "DRAFT");
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("status", "PUBLISHED");
    }
}
