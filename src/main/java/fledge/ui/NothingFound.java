package fledge.ui;

import fledge.kernel.AuditedEvent;
import java.util.Map;
import java.util.UUID;

/** Somebody signed in asked by its id for what is not there, or not theirs to see. */
public record NothingFound(UUID accountId, String login, String method, String path) implements AuditedEvent {

    @Override
    public Subject subject() {
        return new Subject("account", accountId, login);
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("method", method, "path", path);
    }
}
