package fledge.reminder;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.identity.AccountService;
import fledge.reminder.rules.CalendarFile;
import fledge.reminder.rules.CalendarFile.Deadline;
import fledge.tenancy.City;
import fledge.tenancy.CurrentCity;
import fledge.tenancy.PortalClock;
import fledge.ui.Formats;
import fledge.ui.Worklist;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everybody's calendar of deadlines (.ics): what waits for them and until when, never a figure. */
@Service
public class DeadlineService {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 24;

    private final CalendarKeyRepository keys;
    private final AccountService accounts;
    private final Worklist worklist;
    private final Formats formats;
    private final PortalClock clock;
    private final ApplicationEventPublisher events;

    DeadlineService(
            CalendarKeyRepository keys,
            AccountService accounts,
            Worklist worklist,
            Formats formats,
            PortalClock clock,
            ApplicationEventPublisher events) {
        this.keys = keys;
        this.accounts = accounts;
        this.worklist = worklist;
        this.formats = formats;
        this.clock = clock;
        this.events = events;
    }

    /** The calendar of whoever is signed in; {@code base} is the city's own address, for the links in it. */
    @Transactional(readOnly = true)
    public String own(String base) {
        return calendar(Actor.current(), base);
    }

    /** The calendar behind a secret address; an unknown secret, and a closed account, is not there. */
    @Transactional(readOnly = true)
    public String behind(String secret, String base) {
        Actor actor = keys.findByDigestAndRevokedAtIsNull(digest(secret))
                .map(key -> accounts.actorOf(key.accountId()))
                .filter(Actor::isSignedIn)
                .orElseThrow(() -> new NotFound("calendar"));
        return Actor.supply(actor, () -> calendar(actor, base));
    }

    private String calendar(Actor actor, String base) {
        City city = CurrentCity.get();
        List<Deadline> deadlines = worklist.of(actor).stream()
                .flatMap(item -> {
                    Instant due = item.due();
                    return due == null
                            ? Stream.empty()
                            : Stream.of(new Deadline(
                                    uid(city, item.path()),
                                    formats.text(
                                            item.titleKey(),
                                            item.titleArguments().toArray()),
                                    base + item.path(),
                                    due));
                })
                .toList();
        return CalendarFile.of(
                formats.text("reminder.calendar.name", city.name(formats.locale())), deadlines, clock.now());
    }

    /** The same thing has the same id, whoever has the turn. */
    private static String uid(City city, String path) {
        String thing = path.replaceFirst("/form$", "").substring(1).replace('/', '-');
        return thing + "@" + city.code() + ".fledge";
    }

    /** When the present address was made; null where there is none. */
    @Transactional(readOnly = true)
    public @Nullable Instant addressSince() {
        return keys.findByAccountIdAndRevokedAtIsNull(account())
                .map(CalendarKey::madeAt)
                .orElse(null);
    }

    /** Makes a new secret and closes the one before; it is shown this once, and only its digest is kept. */
    @Transactional
    public String makeAddress() {
        UUID account = account();
        keys.findByAccountIdAndRevokedAtIsNull(account).ifPresent(before -> {
            before.revoke(clock.now());
            keys.flush();
        });
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        keys.save(new CalendarKey(account, digest(text), clock.now()));
        events.publishEvent(new CalendarKeyMade(account, Actor.current().login()));
        return text;
    }

    @Transactional
    public void revokeAddress() {
        UUID account = account();
        keys.findByAccountIdAndRevokedAtIsNull(account).ifPresent(key -> {
            key.revoke(clock.now());
            events.publishEvent(new CalendarKeyRevoked(account, Actor.current().login()));
        });
    }

    private static UUID account() {
        UUID account = Actor.current().accountId();
        if (account == null) {
            throw new AccessDeniedException("nobody is signed in");
        }
        return account;
    }

    private static String digest(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
