package fledge.identity;

import fledge.kernel.AuditedEvent;
import java.util.Map;
import java.util.UUID;

/** An account was locked, opened again or closed. */
public record AccountStateChanged(UUID accountId, String login, AccountState was, AccountState is, String why)
        implements AuditedEvent {

    @Override
    public Subject subject() {
        return new Subject("account", accountId, login);
    }

    @Override
    public Map<String, ?> before() {
        return Map.of("state", was.name());
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("state", is.name());
    }

    @Override
    public String reason() {
        return why;
    }
}
