package fledge.identity;

import fledge.kernel.AuditedEvent;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** So many sign-ins failed that the next one has to wait. */
public record SignInDelayed(
        @Nullable UUID accountId, @Nullable String login, String addressPrefix, Instant until) implements AuditedEvent {

    @Override
    public Subject subject() {
        return accountId == null || login == null
                ? SignInFailed.address(addressPrefix)
                : new Subject("account", accountId, login);
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("addressPrefix", addressPrefix, "until", until);
    }
}
