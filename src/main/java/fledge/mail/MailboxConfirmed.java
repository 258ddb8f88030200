package fledge.mail;

import fledge.kernel.AuditedEvent;
import java.util.UUID;

/** Somebody proved that they read the mail of the address they gave. */
public record MailboxConfirmed(UUID accountId, String login) implements AuditedEvent {

    @Override
    public Subject subject() {
        return new Subject("account", accountId, login);
    }
}
