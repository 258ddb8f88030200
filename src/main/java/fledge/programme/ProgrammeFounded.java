package fledge.programme;

import fledge.kernel.AuditedEvent;
import java.util.Map;
import java.util.UUID;

/** A programme was founded as a draft. */
public record ProgrammeFounded(UUID id, String label, Map<String, ?> after) implements AuditedEvent {

    @Override
    public Subject subject() {
        return new Subject("programme", id, label);
    }
}
