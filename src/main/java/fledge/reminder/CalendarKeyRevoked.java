package fledge.reminder;

import fledge.kernel.AuditedEvent;
import java.util.UUID;

/** Somebody closed the address of their calendar of deadlines. */
public record CalendarKeyRevoked(UUID accountId, String login) implements AuditedEvent {

    @Override
    public Subject subject() {
        return new Subject("account", accountId, login);
    }
}
