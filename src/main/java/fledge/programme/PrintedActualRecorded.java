package fledge.programme;

import fledge.kernel.AuditedEvent;
import java.util.Map;
import java.util.UUID;

/** A figure printed by a document was recorded. */
public record PrintedActualRecorded(UUID id, String label, Map<String, ?> after) implements AuditedEvent {

    @Override
    public Subject subject() {
        return new Subject("printed-actual", id, label);
    }
}
