package fledge.reminder;

import fledge.kernel.AuditedEvent;
import java.util.UUID;

/** Somebody made an address for their calendar of deadlines; the one before it no longer opens. */
public record CalendarKeyMade(UUID accountId, String login) implements AuditedEvent {

    @Override
    public Subject subject() {
        return new Subject("account", accountId, login);
    }
}
