package fledge.identity.web;

import fledge.identity.AccountStateChanged;
import fledge.identity.PasswordChanged;
import fledge.identity.SessionEnded;
import fledge.identity.SignedInAccount;
import fledge.tenancy.CurrentCity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/** The sessions of an account: to look at, and to end. */
@Service
class SessionService {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final boolean demonstration;
    private final int mostPerAccount;

    SessionService(
            FindByIndexNameSessionRepository<? extends Session> sessions,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            @Value("${fledge.demo:false}") boolean demonstration,
            @Value("${fledge.sessions-per-account:3}") int mostPerAccount) {
        this.sessions = sessions;
        this.transaction = transaction;
        this.events = events;
        this.demonstration = demonstration;
        this.mostPerAccount = mostPerAccount;
    }

    /** A session in its owner's list; the handle names it without giving it away. */
    record Line(
            String handle, Instant signedInAt, Instant lastUsedAt, String network, String browser, boolean present) {}

    List<Line> of(SignedInAccount account, String presentId) {
        return sessions.findByPrincipalName(account.getName()).values().stream()
                .map(session -> line(session, presentId))
                .sorted(Comparator.comparing(Line::present)
                        .thenComparing(Line::lastUsedAt)
                        .reversed())
                .toList();
    }

    /** Ends one other session of the account. */
    void end(SignedInAccount account, String handle, String presentId) {
        end(
                account,
                session -> handle(session.getId()).equals(handle)
                        && !session.getId().equals(presentId));
    }

    void endOthers(SignedInAccount account, String presentId) {
        end(account, session -> !session.getId().equals(presentId));
    }

    /** Told when somebody has signed out. */
    void signedOut(SignedInAccount account) {
        transaction.executeWithoutResult(
                status -> events.publishEvent(new SessionEnded(account.accountId(), account.login(), 1)));
    }

    /** At most so many at once for an account; the demonstration's accounts are everybody's and have no limit. */
    void endOldestBeyondLimit(String principal, String presentId) {
        if (demonstration) {
            return;
        }
        sessions.findByPrincipalName(principal).values().stream()
                .filter(session -> !session.getId().equals(presentId))
                .sorted(Comparator.<Session, Instant>comparing(Session::getLastAccessedTime)
                        .reversed())
                .skip(mostPerAccount - 1L)
                .forEach(session -> sessions.deleteById(session.getId()));
    }

    @TransactionalEventListener
    void on(PasswordChanged changed) {
        if (!changed.byOwner()) {
            endAll(changed.login());
        }
    }

    @TransactionalEventListener
    void on(AccountStateChanged changed) {
        endAll(changed.login());
    }

    private void endAll(String login) {
        sessions.findByPrincipalName(CurrentCity.get().code() + "/" + login)
                .keySet()
                .forEach(sessions::deleteById);
    }

    private void end(SignedInAccount account, Predicate<Session> which) {
        Map<String, ? extends Session> own = sessions.findByPrincipalName(account.getName());
        List<String> ended =
                own.values().stream().filter(which).map(Session::getId).toList();
        ended.forEach(sessions::deleteById);
        if (!ended.isEmpty()) {
            transaction.executeWithoutResult(status ->
                    events.publishEvent(new SessionEnded(account.accountId(), account.login(), ended.size())));
        }
    }

    private static Line line(Session session, String presentId) {
        Entrance entrance = session.getAttribute(Entrance.KEY) instanceof Entrance found
                ? found
                : new Entrance(session.getCreationTime(), "", "");
        return new Line(
                handle(session.getId()),
                entrance.at(),
                session.getLastAccessedTime(),
                entrance.network(),
                entrance.browser(),
                session.getId().equals(presentId));
    }

    private static String handle(String sessionId) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(sessionId.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
