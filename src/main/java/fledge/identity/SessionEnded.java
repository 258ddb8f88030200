package fledge.identity;

import fledge.kernel.AuditedEvent;
import java.util.Map;
import java.util.UUID;

/** Sessions of an account ended before their time: signed out, or ended from the list of sessions. */
public record SessionEnded(UUID accountId, String login, int count) implements AuditedEvent {

    @Override
    public Subject subject() {
        return new Subject("account", accountId, login);
    }

    @Override
    public Map<String, ?> before() {
        return Map.of("sessions", count);
    }
}
