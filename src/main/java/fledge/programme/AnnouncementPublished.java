package fledge.programme;

import fledge.kernel.AuditedEvent;
import java.util.Map;
import java.util.UUID;

/** A notice was published. */
public record AnnouncementPublished(UUID id, String label, Map<String, ?> after) implements AuditedEvent {

    @Override
    public Subject subject() {
        return new Subject("announcement", id, label);
    }
}
