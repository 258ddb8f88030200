package fledge.identity;

import fledge.kernel.AuditedEvent;
import java.util.Map;
import java.util.UUID;

/** Somebody signed in. */
public record SignInSucceeded(UUID accountId, String login, String addressPrefix) implements AuditedEvent {

    @Override
    public Subject subject() {
        return new Subject("account", accountId, login);
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("addressPrefix", addressPrefix);
    }
}
