package fledge.mail;

import fledge.identity.AccountService;
import fledge.tenancy.PortalClock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts ripe notices into letters and takes the letters to the mail server, in short transactions: none is open while the server
 * is spoken to. An attempt is written down before it begins, so that a second postman leaves the letter alone; its success
 * afterwards. Killed in between, nobody knows whether the server took the letter: it is sent again when its attempt counts as
 * broken off. Such a kill can double a letter, under the same Message-ID, by which mail programs know it; it never loses one.
 */
@Component
class Postman {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final int MOST_AT_ONCE = 200;

    private final NoticeRepository notices;
    private final MailboxRepository mailboxes;
    private final LetterRepository letters;
    private final WaitingNews news;
    private final LetterWriting writing;
    private final PostOffice office;
    private final AccountService accounts;
    private final LetterLog log;
    private final PortalClock clock;
    private final TransactionTemplate transaction;

    Postman(
            NoticeRepository notices,
            MailboxRepository mailboxes,
            LetterRepository letters,
            WaitingNews news,
            LetterWriting writing,
            PostOffice office,
            AccountService accounts,
            LetterLog log,
            PortalClock clock,
            TransactionTemplate transaction) {
        this.notices = notices;
        this.mailboxes = mailboxes;
        this.letters = letters;
        this.news = news;
        this.writing = writing;
        this.office = office;
        this.accounts = accounts;
        this.log = log;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** A letter on its way: which attempt it is, and what it says. */
    private record Attempt(UUID letterId, int number, Mail mail) {}

    /** One round through the bound city; what fails for one person keeps nobody else waiting. */
    void deliver() {
        for (UUID account : in(() -> notices.accountsWithRipe(clock.now()))) {
            try {
                transaction.executeWithoutResult(status -> gather(account));
            } catch (RuntimeException e) {
                LOG.error("The notices of account {} did not become a letter", account, e);
            }
        }
        for (UUID letter : in(() -> letters.due(clock.now(), Limit.of(MOST_AT_ONCE)))) {
            try {
                if (!isServerThere(letter)) {
                    return; // the next round asks again, with the next letter
                }
            } catch (RuntimeException e) {
                LOG.error("Letter {} could not be taken to the server", letter, e);
            }
        }
    }

    /** Tries a letter, and answers whether it is any use to try the others now. */
    private boolean isServerThere(UUID letter) {
        Optional<Attempt> attempt = in(() -> begin(letter));
        if (attempt.isEmpty()) {
            return true;
        }
        PostOffice.Answer answer = office.post(attempt.get().mail());
        transaction.executeWithoutResult(status -> finish(attempt.get(), answer));
        LetterReason reason = answer.reason();
        return reason == null || !reason.concernsServer();
    }

    private <T> T in(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    /** What somebody is to be told becomes one letter; what no longer waits, and what nobody wants, is left out. */
    private void gather(UUID account) {
        Mailbox mailbox = mailboxes.lock(account).orElseThrow();
        List<Notice> ripe = notices.ripe(account, clock.now());
        List<Notice> waiting = mailbox.isServed() ? news.waiting(mailbox, ripe) : List.of();
        ripe.stream().filter(notice -> !waiting.contains(notice)).forEach(notice -> notice.leaveOut(clock.now()));
        if (!waiting.isEmpty()) {
            Letter letter = letters.save(new Letter(account, LetterPurpose.NEWS, clock.now()));
            waiting.forEach(notice -> notice.putInto(letter.id()));
        }
    }

    /** Empty where somebody else has the letter, where nobody wants it any more, and where there is no server. */
    private Optional<Attempt> begin(UUID letterId) {
        Letter letter = letters.lock(letterId).orElseThrow();
        if (!letter.isDue(clock.now())) {
            return Optional.empty();
        }
        Mailbox mailbox = mailboxes.findByAccountId(letter.accountId()).orElseThrow();
        List<WaitingNews.Line> lines = news.lines(mailbox, notices.findByLetterIdOrderById(letterId));
        LetterReason unwanted = unwanted(letter, mailbox, lines);
        if (unwanted != null) {
            letter.drop(unwanted);
            log.moved(letter, LetterAction.DROP, LetterStatus.WAITING);
            return Optional.empty();
        }
        if (!office.isSetUp()) {
            letter.setAside();
            log.moved(letter, LetterAction.SET_ASIDE, LetterStatus.WAITING);
            return Optional.empty();
        }
        letter.take(clock.now());
        String code = mailbox.code();
        return Optional.of(new Attempt(
                letterId,
                letter.attempts(),
                code == null ? writing.news(letter, mailbox, lines) : writing.code(letter, mailbox, code)));
    }

    private @Nullable LetterReason unwanted(Letter letter, Mailbox mailbox, List<WaitingNews.Line> lines) {
        if (!accounts.actorOf(letter.accountId()).isSignedIn()) {
            return LetterReason.ACCOUNT_CLOSED;
        }
        return switch (letter.purpose()) {
            case CODE -> mailbox.code() == null ? LetterReason.NOTHING_WAITS : null;
            case NEWS ->
                mailbox.isServed() ? lines.isEmpty() ? LetterReason.NOTHING_WAITS : null : LetterReason.SWITCHED_OFF;
        };
    }

    /** An attempt that counts as broken off was begun anew by somebody else, who will say how it ended. */
    private void finish(Attempt attempt, PostOffice.Answer answer) {
        Letter letter = letters.lock(attempt.letterId()).orElseThrow();
        if (letter.status() != LetterStatus.WAITING || letter.attempts() != attempt.number()) {
            return;
        }
        LetterReason failed = answer.reason();
        if (failed == null) {
            letter.send(clock.now());
            log.moved(letter, LetterAction.SEND, LetterStatus.WAITING);
            return;
        }
        letter.fail(failed, answer.words(), clock.now());
        if (letter.status() == LetterStatus.FAILED) {
            log.moved(letter, LetterAction.GIVE_UP, LetterStatus.WAITING);
        }
    }
}
