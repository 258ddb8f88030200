package fledge.identity;

import fledge.access.Actor;
import fledge.identity.rules.SignInDelay;
import fledge.identity.rules.SignInDelay.Counted;
import fledge.tenancy.City;
import fledge.tenancy.CurrentCity;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Decides a sign-in. A try is counted before the password is looked at, so that a thousand tries at once are a thousand
 * counted tries; the right password takes its own back. No connection is held while a password is verified, and an unknown
 * name costs the same work and gets the same answer as a wrong password.
 */
@Service
public class SignInService {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AccountRepository accounts;
    private final ActorDirectory actors;
    private final Passwords passwords;
    private final List<SecondFactor> secondFactors;
    private final ApplicationEventPublisher events;

    SignInService(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            AccountRepository accounts,
            ActorDirectory actors,
            Passwords passwords,
            List<SecondFactor> secondFactors,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.accounts = accounts;
        this.actors = actors;
        this.passwords = passwords;
        this.secondFactors = List.copyOf(secondFactors);
        this.events = events;
    }

    /** What became of a try. */
    public sealed interface Outcome {}

    /** The right password. */
    public record Accepted(SignedInAccount account) implements Outcome {}

    /** A wrong name or password, which of them is not said; the next try is free at once or from that time on. */
    public record Wrong(@Nullable Instant nextAt) implements Outcome {}

    /** Not looked at: earlier failures have to be waited for. */
    public record Delayed(Instant until) implements Outcome {}

    /** Not looked at: too many sign-ins at this moment. */
    public record Busy() implements Outcome {}

    /** Whether the sign-in page asks for a code. */
    public boolean asksForCode() {
        return !secondFactors.isEmpty();
    }

    /** A try to sign in to the bound city. */
    public Outcome attempt(String typedLogin, String password, @Nullable String code, String network) {
        String login = typedLogin.strip().toLowerCase(Locale.ROOT);
        List<Counter> counters = List.of(
                new Counter(Counted.ACCOUNT_FROM_NETWORK, login + "\n" + network),
                new Counter(Counted.ACCOUNT, login),
                new Counter(Counted.NETWORK, network));
        Begun begun = transaction.execute(status -> begin(login, counters, status));
        if (begun.mustWait() && begun.until() != null) {
            return new Delayed(begun.until());
        }
        UUID accountId = begun.accountId();
        boolean right;
        try {
            right = passwords.matches(password, begun.hash());
        } catch (Passwords.Busy e) {
            return new Busy();
        }
        if (accountId == null
                || !right
                || !secondFactors.stream().allMatch(factor -> factor.accepts(accountId, code))) {
            return transaction.execute(status -> fail(begun, login, network));
        }
        return transaction.execute(status -> succeed(accountId, login, network, counters));
    }

    private Begun begin(String login, List<Counter> counters, TransactionStatus status) {
        Instant nextAt = null;
        for (Counter counter : counters) {
            Count count = count(counter);
            if (count == null) {
                status.setRollbackOnly();
                return Begun.waiting(freeAt(counters));
            }
            Duration wait = SignInDelay.after(count.failures(), counter.counted());
            if (wait.isPositive()) {
                Instant freeAt = count.at().plus(wait);
                holdBack(counter, freeAt);
                nextAt = nextAt == null || freeAt.isAfter(nextAt) ? freeAt : nextAt;
            }
        }
        Account account = accounts.findByLogin(login)
                .filter(found -> found.state() == AccountState.OPEN)
                .orElse(null);
        return account == null
                ? new Begun(false, null, null, nextAt)
                : new Begun(false, account.id(), account.passwordHash(), nextAt);
    }

    private Outcome succeed(UUID accountId, String login, String network, List<Counter> counters) {
        for (Counter counter : counters) {
            takeBack(counter);
        }
        jdbc.sql(
                        "delete from sign_in_delay where city_id = current_city() and failed_at < now() - make_interval(secs => ?)")
                .param(SignInDelay.FORGOTTEN_AFTER.toSeconds())
                .update();
        City city = CurrentCity.get();
        Actor.run(actors.actor(accountId), () -> events.publishEvent(new SignInSucceeded(accountId, login, network)));
        return new Accepted(new SignedInAccount(accountId, city.id(), city.code(), login));
    }

    private Outcome fail(Begun begun, String login, String network) {
        String known = begun.accountId() == null ? null : login;
        events.publishEvent(new SignInFailed(begun.accountId(), known, network));
        if (begun.until() != null) {
            events.publishEvent(new SignInDelayed(begun.accountId(), known, network, begun.until()));
        }
        return new Wrong(begun.until());
    }

    /** One more try; null if there is still something to wait for. */
    private @Nullable Count count(Counter counter) {
        return jdbc.sql("""
                        insert into sign_in_delay (city_id, id, failures, failed_at, free_at)
                        values (current_city(), ?, 1, now(), now())
                        on conflict (city_id, id) do update set
                          failures = case when sign_in_delay.failed_at < now() - make_interval(secs => ?)
                                     then 1 else sign_in_delay.failures + 1 end,
                          failed_at = now()
                        where sign_in_delay.free_at <= now()
                        returning failures, failed_at
                        """)
                .params(counter.id(), SignInDelay.FORGOTTEN_AFTER.toSeconds())
                .query((row, n) -> new Count(
                        row.getInt(1), row.getObject(2, OffsetDateTime.class).toInstant()))
                .optional()
                .orElse(null);
    }

    private void holdBack(Counter counter, Instant until) {
        jdbc.sql("update sign_in_delay set free_at = ? where city_id = current_city() and id = ?")
                .params(until.atOffset(ZoneOffset.UTC), counter.id())
                .update();
    }

    private Instant freeAt(List<Counter> counters) {
        return jdbc.sql("select max(free_at) from sign_in_delay where city_id = current_city() and id in (:ids)")
                .param("ids", counters.stream().map(Counter::id).toList())
                .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
    }

    /** The right password clears the account; the network only gets its own try back, or one account could clear it. */
    private void takeBack(Counter counter) {
        String sql = counter.counted() == Counted.NETWORK
                ? "update sign_in_delay set failures = greatest(failures - 1, 0), free_at = now()"
                : "delete from sign_in_delay";
        jdbc.sql(sql + " where city_id = current_city() and id = ?")
                .param(counter.id())
                .update();
    }

    private record Count(int failures, Instant at) {}

    private record Counter(Counted counted, UUID id) {
        Counter(Counted counted, String value) {
            this(counted, digest(counted + "\n" + value));
        }

        private static UUID digest(String text) {
            try {
                byte[] bytes = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
                var buffer = ByteBuffer.wrap(bytes);
                return new UUID(buffer.getLong(), buffer.getLong());
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** The open account of that name if there is one; and until when one waits: now, or after this try should it fail. */
    private record Begun(
            boolean mustWait,
            @Nullable UUID accountId,
            @Nullable String hash,
            @Nullable Instant until) {

        static Begun waiting(Instant until) {
            return new Begun(true, null, null, until);
        }
    }
}
