package fledge.mail;

import fledge.access.Actor;
import fledge.identity.AccountService;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.mail.rules.MailAddress;
import fledge.tenancy.PortalClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One's own mailbox: the address with its confirmation, how often, and in which language. */
@Service
public class MailboxService {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Without what looks like something else. */
    private static final String LETTERS_OF_CODES = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int LENGTH_OF_CODES = 8;
    private static final int MOST_CODES_A_DAY = 5;

    private final MailboxRepository mailboxes;
    private final LetterRepository letters;
    private final AccountService accounts;
    private final PortalClock clock;
    private final ApplicationEventPublisher events;

    MailboxService(
            MailboxRepository mailboxes,
            LetterRepository letters,
            AccountService accounts,
            PortalClock clock,
            ApplicationEventPublisher events) {
        this.mailboxes = mailboxes;
        this.letters = letters;
        this.accounts = accounts;
        this.clock = clock;
        this.events = events;
    }

    /** One's own; who never said anything gets a mail each day, as soon as there is an address. */
    @Transactional(readOnly = true)
    public MailboxView own(Locale locale) {
        return mailboxes
                .findByAccountId(account())
                .map(Mailbox::view)
                .orElseGet(() -> new MailboxView(null, MailWish.DAILY, MailLanguage.of(locale), null, null));
    }

    /** Says where and how; a new address is sent a code. Answers whether there is a code to be typed. */
    @Transactional
    public boolean write(String typedAddress, MailWish wish, MailLanguage language) {
        UUID account = account();
        String address = typedAddress.strip();
        if (address.isEmpty() && wish != MailWish.OFF) {
            throw new RuleRefused(Reason.on("address", "mail.refused.address-missing"));
        }
        if (!address.isEmpty() && !MailAddress.isFit(address)) {
            throw new RuleRefused(Reason.on("address", "mail.refused.address-form"));
        }
        Mailbox mailbox = mailboxes.findByAccountId(account).orElseGet(() -> mailboxes.save(new Mailbox(account)));
        @Nullable String wanted = address.isEmpty() ? null : address;
        boolean moved = !Objects.equals(wanted, mailbox.address());
        if (moved) {
            mailbox.moveTo(wanted);
        }
        mailbox.wish(wish, language);
        if (moved && wanted != null) {
            expectCode(mailbox);
        }
        events.publishEvent(new MailboxChanged(account, Actor.current().login(), wish, language, moved));
        return mailbox.view().isUnconfirmed();
    }

    /** Sends another code to an address that is not confirmed yet; the one before is worth nothing any more. */
    @Transactional
    public void sendCode() {
        Mailbox mailbox = mailboxes
                .findByAccountId(account())
                .filter(own -> own.view().isUnconfirmed())
                .orElseThrow(() -> new RuleRefused(Reason.of("mail.refused.nothing-to-confirm")));
        expectCode(mailbox);
    }

    /** Confirms the address with the code that was sent there. */
    @Transactional
    public void confirm(String typed) {
        UUID account = account();
        Mailbox mailbox = mailboxes
                .findByAccountId(account)
                .filter(own -> own.view().isUnconfirmed())
                .orElseThrow(() -> new RuleRefused(Reason.on("code", "mail.refused.nothing-to-confirm")));
        mailbox.confirm(typed.strip().toUpperCase(Locale.ROOT), clock.now());
        events.publishEvent(new MailboxConfirmed(account, Actor.current().login()));
    }

    /** An address that is known to be right when a city is set up, entered by the system itself. */
    @Transactional
    public void enterAtFounding(UUID accountId, String address, MailWish wish) {
        if (!Actor.current().equals(Actor.SYSTEM)) {
            throw new AccessDeniedException("only the system founds a city");
        }
        if (!MailAddress.isFit(address)) {
            throw new RuleRefused(Reason.on("address", "mail.refused.address-form"));
        }
        Mailbox mailbox = mailboxes.save(new Mailbox(accountId));
        mailbox.moveTo(address);
        mailbox.wish(wish, MailLanguage.ZH);
        mailbox.confirm(clock.now());
        events.publishEvent(
                new MailboxChanged(accountId, accounts.actorOf(accountId).login(), wish, MailLanguage.ZH, true));
    }

    /** Nobody floods an address that may be a stranger's. */
    private void expectCode(Mailbox mailbox) {
        Instant now = clock.now();
        if (letters.countByAccountIdAndPurposeAndMadeAtAfter(
                        mailbox.accountId(), LetterPurpose.CODE, now.minus(Duration.ofDays(1)))
                >= MOST_CODES_A_DAY) {
            throw new RuleRefused(Reason.on("address", "mail.refused.too-many-codes", MOST_CODES_A_DAY));
        }
        mailbox.expect(code(), now);
        letters.save(new Letter(mailbox.accountId(), LetterPurpose.CODE, now));
    }

    private static String code() {
        var code = new StringBuilder(LENGTH_OF_CODES);
        RANDOM.ints(LENGTH_OF_CODES, 0, LETTERS_OF_CODES.length())
                .forEach(place -> code.append(LETTERS_OF_CODES.charAt(place)));
        return code.toString();
    }

    private static UUID account() {
        UUID account = Actor.current().accountId();
        if (account == null) {
            throw new AccessDeniedException("nobody is signed in");
        }
        return account;
    }
}
