package fledge.exchange;

import fledge.kernel.AuditedEvent;
import java.util.UUID;

/** A token was taken back, by its unit or with the appointment it acted under. */
public record ApiTokenRevoked(UUID tokenId, String label) implements AuditedEvent {

    @Override
    public Subject subject() {
        return new Subject("api-token", tokenId, label);
    }
}
