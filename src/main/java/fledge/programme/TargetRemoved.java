package fledge.programme;

import fledge.kernel.AuditedEvent;
import java.util.Map;
import java.util.UUID;

/** A target of a draft programme was taken away. */
public record TargetRemoved(UUID id, String label, Map<String, ?> before) implements AuditedEvent {

    @Override
    public Subject subject() {
        return new Subject("indicator", id, label);
    }
}
