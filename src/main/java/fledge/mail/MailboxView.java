package fledge.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where and how somebody wants mail, as its owner sees it; a code was sent while the address is not confirmed. */
public record MailboxView(
        @Nullable String address,
        MailWish wish,
        MailLanguage language,
        @Nullable Instant confirmedAt,
        @Nullable Instant codeMadeAt) {

    public boolean isUnconfirmed() {
        return address != null && confirmedAt == null;
    }
}
