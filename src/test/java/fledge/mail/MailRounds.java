package fledge.mail;

import fledge.access.Actor;
import fledge.calendar.WorkingCalendar;
import fledge.identity.AccountService;
import fledge.mail.rules.Delivery;
import fledge.tenancy.City;
import fledge.tenancy.CurrentCity;
import fledge.tenancy.PortalClock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends a city's mail when a test wants it, and opens mailboxes. */
@TestComponent
public class MailRounds {

    private final Postman postman;
    private final Postman withoutServer;
    private final MailboxService mailboxes;
    private final AccountService accounts;
    private final WorkingCalendar calendar;
    private final TransactionTemplate transaction;

    MailRounds(
            Postman postman,
            NoticeRepository notices,
            MailboxRepository mailboxRows,
            LetterRepository letters,
            WaitingNews news,
            LetterWriting writing,
            LetterLog log,
            PortalClock clock,
            MailboxService mailboxes,
            AccountService accounts,
            WorkingCalendar calendar,
            TransactionTemplate transaction) {
        this.postman = postman;
        this.mailboxes = mailboxes;
        this.accounts = accounts;
        this.calendar = calendar;
        this.transaction = transaction;
        var nowhere = new PostOffice(
                new DefaultListableBeanFactory().getBeanProvider(JavaMailSender.class), "nobody@localhost");
        this.withoutServer =
                new Postman(notices, mailboxRows, letters, news, writing, nowhere, accounts, log, clock, transaction);
    }

    public void deliver(City city) {
        run(city, postman::deliver);
    }

    public void deliverWithoutServer(City city) {
        run(city, withoutServer::deliver);
    }

    /** A confirmed address of the account: its login at the city's own domain. */
    public String open(City city, UUID account, MailWish wish) {
        var address = new StringBuilder();
        run(
                city,
                () -> transaction.executeWithoutResult(status -> {
                    address.append(accounts.actorOf(account).login())
                            .append('@')
                            .append(city.code())
                            .append(".example");
                    mailboxes.enterAtFounding(account, address.toString(), wish);
                }));
        return address.toString();
    }

    /** When the next daily mail goes. */
    public Instant nextMorning() {
        return Delivery.morningAfter(Instant.now(), calendar.workingDays());
    }

    private static void run(City city, Runnable work) {
        CurrentCity.run(city, () -> Actor.run(Actor.SYSTEM, work));
    }
}
