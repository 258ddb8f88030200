package fledge.mail;

import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.tenancy.CityOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where and how somebody wants mail. An address gets nothing but a code until its owner has typed that code. */
@Entity
class Mailbox extends CityOwned {

    static final Duration CODE_HOLDS = Duration.ofHours(24);

    private UUID accountId;
    private @Nullable String address;

    @Enumerated(EnumType.STRING)
    private MailWish wish = MailWish.OFF;

    @Enumerated(EnumType.STRING)
    private MailLanguage language = MailLanguage.ZH;

    private @Nullable Instant confirmedAt;
    private @Nullable String code;
    private @Nullable Instant codeMadeAt;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected Mailbox() {}

    Mailbox(UUID accountId) {
        this.accountId = accountId;
    }

    void wish(MailWish newWish, MailLanguage newLanguage) {
        wish = newWish;
        language = newLanguage;
    }

    /** Another address, or none; a code sent before is worth nothing for it. */
    void moveTo(@Nullable String newAddress) {
        address = newAddress;
        confirmedAt = null;
        forgetCode();
    }

    void expect(String newCode, Instant now) {
        code = newCode;
        codeMadeAt = now;
    }

    /** Whoever has the code reads the mail of that address. */
    void confirm(String typed, Instant now) {
        if (codeMadeAt == null || !now.isBefore(codeMadeAt.plus(CODE_HOLDS))) {
            throw new RuleRefused(Reason.on("code", "mail.refused.code-over"));
        }
        if (!typed.equals(code)) {
            throw new RuleRefused(Reason.on("code", "mail.refused.code-wrong"));
        }
        confirm(now);
    }

    void confirm(Instant now) {
        confirmedAt = now;
        forgetCode();
    }

    private void forgetCode() {
        code = null;
        codeMadeAt = null;
    }

    /** Whether what waits for its owner is told here. */
    boolean isServed() {
        return confirmedAt != null && wish != MailWish.OFF;
    }

    UUID accountId() {
        return accountId;
    }

    @Nullable
    String address() {
        return address;
    }

    MailWish wish() {
        return wish;
    }

    MailLanguage language() {
        return language;
    }

    @Nullable
    String code() {
        return code;
    }

    MailboxView view() {
        return new MailboxView(address, wish, language, confirmedAt, codeMadeAt);
    }
}
