package fledge.programme;

import fledge.kernel.AuditedEvent;
import java.util.UUID;

/** A notice was withdrawn. */
public record AnnouncementWithdrawn(UUID id, String label, String reason) implements AuditedEvent {

    @Override
    public Subject subject() {
        return new Subject("announcement", id, label);
    }
}
