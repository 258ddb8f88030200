package fledge.mail;

import fledge.kernel.AuditedEvent;
import java.util.Map;
import java.util.UUID;

/** Somebody said where and how they want mail; the address itself is nobody else's business. */
public record MailboxChanged(UUID accountId, String login, MailWish wish, MailLanguage language, boolean moved)
        implements AuditedEvent {

    @Override
    public Subject subject() {
        return new Subject("account", accountId, login);
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("wish", wish.name(), "language", language.name(), "moved", moved);
    }
}
