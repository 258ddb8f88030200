package fledge.programme;

import fledge.kernel.AuditedEvent;
import java.util.Map;
import java.util.UUID;

/** A target of a draft programme was set or changed. */
public record TargetWritten(UUID id, String label, Map<String, ?> before, Map<String, ?> after)
        implements AuditedEvent {

    @Override
    public Subject subject() {
        return new Subject("indicator", id, label);
    }
}
