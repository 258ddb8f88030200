package fledge.identity;

import fledge.kernel.AuditedEvent;
import java.util.Map;
import java.util.UUID;

/** An account was opened for a person. */
public record AccountOpened(UUID accountId, String login, UUID personId, String personName) implements AuditedEvent {

    @Override
    public Subject subject() {
        return new Subject("account", accountId, login);
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("personId", personId, "personName", personName);
    }
}
