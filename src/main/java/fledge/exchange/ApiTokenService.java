package fledge.exchange;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.access.Right;
import fledge.access.Role;
import fledge.identity.AccountService;
import fledge.identity.PersonView;
import fledge.identity.RoleRevoked;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.programme.ProgrammeService;
import fledge.programme.ProgrammeView;
import fledge.tenancy.PortalClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tokens for other systems: a unit's certifier issues one to a preparer of the unit, shown once, and takes it back. A token can
 * do what its preparer may still do, in its unit and programme only, and ends with the appointment.
 */
@Service
public class ApiTokenService {

    private static final int LONGEST_LABEL = 60;
    private static final Set<Integer> DAYS = Set.of(90, 180, 365);

    private final ApiTokenRepository tokens;
    private final AccountService accounts;
    private final ProgrammeService programmes;
    private final PortalClock clock;
    private final ApplicationEventPublisher events;

    ApiTokenService(
            ApiTokenRepository tokens,
            AccountService accounts,
            ProgrammeService programmes,
            PortalClock clock,
            ApplicationEventPublisher events) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.programmes = programmes;
        this.clock = clock;
        this.events = events;
    }

    /** The tokens of the units this person belongs to, the newest first. */
    @Transactional(readOnly = true)
    public List<ApiTokenView> list() {
        Instant now = clock.now();
        return tokens.findByUnitIdInOrderByIssuedAtDesc(Actor.current().unitsWith(Right.API_TOKEN_READ)).stream()
                .map(token -> token.view(now))
                .toList();
    }

    /** The units in which this person issues tokens, as appointed, not those below. */
    public List<UUID> units() {
        return Actor.current().appointments().stream()
                .filter(appointment -> Right.API_TOKEN_ISSUE.isGrantedTo(appointment.role()))
                .map(Actor.Appointment::unitId)
                .distinct()
                .toList();
    }

    /** To whom a token of a unit can be issued: its preparers, but not to the issuer or whom he stands in for. */
    @Transactional(readOnly = true)
    public List<PersonView> preparers(UUID unitId) {
        UUID issuer = Actor.current().person();
        return accounts.appointed(Role.PREPARER, unitId).stream()
                .filter(person -> !person.personId().equals(issuer)
                        && !Actor.current().oneWith().contains(person.personId()))
                .toList();
    }

    @Transactional(readOnly = true)
    public List<ProgrammeView> programmes() {
        return programmes.programmes().stream().filter(ProgrammeView::running).toList();
    }

    /** Issues a token; what is returned is its secret and is nowhere else. */
    @Transactional
    public String issue(UUID unitId, UUID accountId, UUID programmeId, String label, int days) {
        Actor.current().require(Right.API_TOKEN_ISSUE, unitId);
        PersonView preparer = preparers(unitId).stream()
                .filter(person -> person.accountId().equals(accountId))
                .findFirst()
                .orElseThrow(() -> refused("preparer", "choose-preparer"));
        if (programmes().stream().noneMatch(programme -> programme.id().equals(programmeId))) {
            throw refused("programme", "choose-programme");
        }
        String name = label.strip();
        if (name.isEmpty() || name.length() > LONGEST_LABEL) {
            throw refused("label", "label");
        }
        if (!DAYS.contains(days)) {
            throw refused("days", "choose-days");
        }
        TokenSecret secret = TokenSecret.fresh();
        Instant now = clock.now();
        Instant expiresAt = now.plus(Duration.ofDays(days));
        ApiToken token = tokens.save(new ApiToken(
                accountId,
                preparer.personId(),
                unitId,
                programmeId,
                name,
                secret,
                Actor.current().person(),
                now,
                expiresAt));
        events.publishEvent(new ApiTokenIssued(
                token.id(), name, secret.hint(), preparer.personId(), unitId, programmeId, expiresAt));
        return secret.text();
    }

    private static RuleRefused refused(String field, String why) {
        return new RuleRefused(Reason.on(field, "exchange.token.refused." + why));
    }

    @Transactional
    public void revoke(UUID tokenId) {
        ApiToken token = tokens.findById(tokenId)
                .filter(found -> Actor.current().may(Right.API_TOKEN_READ, found.unitId()))
                .orElseThrow(() -> new NotFound("token " + tokenId));
        Actor.current().require(Right.API_TOKEN_ISSUE, token.unitId());
        revoke(Stream.of(token));
    }

    /** A token ends with the appointment it acted under, and does not come back with the next one. */
    @EventListener
    void on(RoleRevoked revoked) {
        if (revoked.role() == Role.PREPARER) {
            revoke(tokens.findByAccountIdAndRevokedAtIsNull(revoked.accountId()).stream());
        }
    }

    private void revoke(Stream<ApiToken> ending) {
        Instant now = clock.now();
        ending.filter(token -> token.isValidAt(now)).forEach(token -> {
            token.revoke(Actor.current().person(), now);
            events.publishEvent(new ApiTokenRevoked(token.id(), token.label()));
        });
    }

    /** Who acts with that secret: the preparer, in the token's unit and nowhere else; nobody, once either of them ended. */
    @Transactional
    public Optional<Bearer> bearer(String secret) {
        Instant now = clock.now();
        return tokens.findBySecretHash(TokenSecret.sha256(secret))
                .filter(token -> token.isValidAt(now))
                .flatMap(token -> {
                    Actor person = accounts.actorOf(token.accountId());
                    boolean appointed = person.appointments().stream()
                            .anyMatch(post -> post.role() == Role.PREPARER
                                    && post.principal() == null
                                    && post.reach().contains(token.unitId()));
                    if (!appointed) {
                        return Optional.empty();
                    }
                    token.use(now);
                    var post =
                            new Actor.Appointment(Role.PREPARER, token.unitId(), token.label(), Set.of(token.unitId()));
                    return Optional.of(new Bearer(
                            token.view(now),
                            new Actor(
                                    person.accountId(),
                                    person.personId(),
                                    person.login(),
                                    person.name(),
                                    List.of(post),
                                    person.oneWith())));
                });
    }

    /** A token with the actor that it makes act. */
    public record Bearer(ApiTokenView token, Actor actor) {}
}
