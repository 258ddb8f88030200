package fledge.programme;

import fledge.kernel.AuditedEvent;
import java.util.Map;
import java.util.UUID;

/** The draft of a target's split was changed. */
public record TargetsDrafted(UUID id, String label, Map<String, ?> before, Map<String, ?> after)
        implements AuditedEvent {

    @Override
    public Subject subject() {
        return new Subject("indicator", id, label);
    }
}
