package fledge.programme;

import fledge.kernel.AuditedEvent;
import java.util.Map;
import java.util.UUID;

/** A target's split among units and years was issued (下达). */
public record TargetsApportioned(UUID id, String label, Map<String, ?> after) implements AuditedEvent {

    @Override
    public Subject subject() {
        return new Subject("indicator", id, label);
    }
}
