package fledge.identity;

import fledge.kernel.AuditedEvent;
import java.util.Map;
import java.util.UUID;

/** A password was changed by its owner, or replaced by an administrator's one-time password. */
public record PasswordChanged(UUID accountId, String login, boolean byOwner) implements AuditedEvent {

    @Override
    public Subject subject() {
        return new Subject("account", accountId, login);
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("byOwner", byOwner);
    }
}
