package fledge.identity;

import fledge.kernel.AuditedEvent;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A sign-in was refused. A name nobody has is not kept: people type their password there. */
public record SignInFailed(
        @Nullable UUID accountId, @Nullable String login, String addressPrefix) implements AuditedEvent {

    @Override
    public Subject subject() {
        return accountId == null || login == null ? address(addressPrefix) : new Subject("account", accountId, login);
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("addressPrefix", addressPrefix);
    }

    static Subject address(String prefix) {
        return new Subject("address", UUID.nameUUIDFromBytes(prefix.getBytes(StandardCharsets.UTF_8)), prefix);
    }
}
