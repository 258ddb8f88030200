package fledge.identity;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.access.Right;
import fledge.access.Role;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.tenancy.PortalClock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets somebody act for somebody else for a while: made by the person concerned for an appointment of their own, or for an absent
 * one by an administrator and confirmed by a second. What one holds by delegation is no appointment and cannot be passed on.
 */
@Service
public class DelegationService {

    static final int LONGEST_DAYS = 90;
    private static final int SHORTEST_REASON = 2;
    private static final int LONGEST_REASON = 500;

    /** Granting roles and reading the trail are for the appointed alone. */
    private static final Set<Role> NEVER_DELEGATED = Set.of(Role.CITY_ADMIN, Role.AUDITOR, Role.PLATFORM_OPERATOR);

    private final DelegationRepository delegations;
    private final AppointmentRepository appointments;
    private final AccountRepository accounts;
    private final PersonRecordRepository people;
    private final ActorDirectory actors;
    private final PortalClock clock;
    private final ApplicationEventPublisher events;

    DelegationService(
            DelegationRepository delegations,
            AppointmentRepository appointments,
            AccountRepository accounts,
            PersonRecordRepository people,
            ActorDirectory actors,
            PortalClock clock,
            ApplicationEventPublisher events) {
        this.delegations = delegations;
        this.appointments = appointments;
        this.accounts = accounts;
        this.people = people;
        this.actors = actors;
        this.clock = clock;
        this.events = events;
    }

    /** To whom, from when until when (both days included), and why. */
    public record Terms(String toLogin, LocalDate startsOn, LocalDate endsOn, String reason) {}

    /** An appointment of one's own that can be delegated. */
    public record Delegable(UUID appointmentId, Role role, UUID unitId) {}

    @Transactional(readOnly = true)
    public List<Delegable> delegable() {
        UUID account = Actor.current().accountId();
        if (account == null) {
            return List.of();
        }
        LocalDate today = today();
        return appointments.findByAccountIdOrderByProposedAtDesc(account).stream()
                .filter(held -> held.isValidOn(today) && !NEVER_DELEGATED.contains(held.role()))
                .map(held -> new Delegable(held.id(), held.role(), held.unitId()))
                .toList();
    }

    /** Delegates an appointment of one's own; in force from its first day without anybody else. */
    @Transactional
    public UUID delegate(UUID appointmentId, Terms terms) {
        UUID person = Actor.current().person();
        Appointment held = appointments
                .findById(appointmentId)
                .filter(own -> own.personId().equals(person))
                .orElseThrow(() -> new NotFound("appointment " + appointmentId));
        return make(held, terms, person);
    }

    /** Proposes a delegation for somebody who is absent; a second administrator confirms it. */
    @Transactional
    public UUID propose(String fromLogin, Role role, Terms terms) {
        Actor.current().require(Right.PEOPLE_MANAGE);
        UUID person = Actor.current().person();
        LocalDate today = today();
        Appointment held = accounts.findByLogin(fromLogin.strip().toLowerCase(Locale.ROOT)).stream()
                .flatMap(account -> appointments.findByAccountIdOrderByProposedAtDesc(account.id()).stream())
                .filter(one -> one.role() == role && one.isValidOn(today))
                .findFirst()
                .orElseThrow(() -> new RuleRefused(Reason.on("fromLogin", "identity.delegation.no-such-appointment")));
        if (held.personId().equals(person)) {
            throw new RuleRefused(Reason.on("fromLogin", "identity.delegation.own-on-own-page"));
        }
        return make(held, terms, person);
    }

    private UUID make(Appointment held, Terms terms, UUID by) {
        LocalDate today = today();
        Account to = accounts.findByLogin(terms.toLogin().strip().toLowerCase(Locale.ROOT))
                .filter(account -> account.state() == AccountState.OPEN)
                .orElseThrow(() -> new RuleRefused(Reason.on("toLogin", "identity.delegation.no-such-account")));
        var against = new ArrayList<Reason>();
        if (to.personId().equals(held.personId())) {
            against.add(Reason.on("toLogin", "identity.delegation.not-to-oneself"));
        }
        if (to.personId().equals(by)) {
            against.add(Reason.on("toLogin", "identity.delegation.not-to-the-maker"));
        }
        if (NEVER_DELEGATED.contains(held.role())) {
            against.add(Reason.of("identity.delegation.never", held.role().name()));
        }
        LocalDate last = terms.startsOn().plusDays(LONGEST_DAYS - 1L);
        if (terms.startsOn().isBefore(today)) {
            against.add(Reason.on("startsOn", "identity.delegation.starts-before-today"));
        }
        if (terms.endsOn().isBefore(terms.startsOn()) || terms.endsOn().isAfter(last)) {
            against.add(Reason.on("endsOn", "identity.delegation.ends", LONGEST_DAYS));
        }
        if (!held.isValidOn(terms.startsOn()) || !held.isValidOn(terms.endsOn())) {
            against.add(Reason.on("endsOn", "identity.delegation.beyond-appointment"));
        }
        String reason = terms.reason().strip();
        if (reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) {
            against.add(Reason.on("reason", "identity.reason-missing"));
        }
        if (delegations.existsByAppointmentIdAndToAccountAndStateNot(held.id(), to.id(), DelegationState.ENDED)) {
            against.add(Reason.on("toLogin", "identity.delegation.exists"));
        }
        RuleRefused.ifAny(against);
        Delegation made =
                delegations.save(new Delegation(held, to, terms.startsOn(), terms.endsOn(), reason, by, clock.now()));
        return changed(made).id();
    }

    /** Confirms what another administrator proposed for an absent person. */
    @Transactional
    public void confirm(UUID id) {
        Actor.current().require(Right.PEOPLE_MANAGE);
        UUID person = Actor.current().person();
        Delegation proposed = found(id);
        if (proposed.state() != DelegationState.PROPOSED) {
            throw new RuleRefused(Reason.of("identity.delegation.decided", proposed.state()));
        }
        if (person.equals(proposed.madeBy())
                || person.equals(proposed.toPerson())
                || person.equals(proposed.fromPerson())) {
            throw new RuleRefused(Reason.of("identity.delegation.second-person"));
        }
        proposed.confirm(person);
        changed(proposed);
    }

    /** Ends a delegation before its last day: either side may, and any administrator. */
    @Transactional
    public void end(UUID id) {
        UUID person = Actor.current().person();
        Delegation ended = found(id);
        if (!person.equals(ended.fromPerson())
                && !person.equals(ended.toPerson())
                && !Actor.current().may(Right.PEOPLE_MANAGE)) {
            throw new AccessDeniedException("neither side of the delegation");
        }
        if (ended.state() == DelegationState.ENDED) {
            throw new RuleRefused(Reason.of("identity.delegation.decided", ended.state()));
        }
        ended.end(person, clock.now());
        changed(ended);
    }

    private Delegation changed(Delegation delegation) {
        actors.forgetCity();
        events.publishEvent(
                new DelegationChanged(delegation.view(), name(delegation.fromPerson()), name(delegation.toPerson())));
        return delegation;
    }

    private String name(UUID person) {
        return people.findById(person).orElseThrow().name();
    }

    /** Those one has given and taken, the newest first. */
    @Transactional(readOnly = true)
    public List<DelegationView> own() {
        return delegations.ofPerson(Actor.current().person()).stream()
                .map(Delegation::view)
                .toList();
    }

    /** All of the city, the newest first. */
    @Transactional(readOnly = true)
    public List<DelegationView> all() {
        Actor.current().require(Right.PEOPLE_READ);
        return delegations.findAllByOrderByMadeAtDescIdDesc().stream()
                .map(Delegation::view)
                .toList();
    }

    private Delegation found(UUID id) {
        return delegations.findById(id).orElseThrow(() -> new NotFound("delegation " + id));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.now(), PortalClock.ZONE);
    }
}
