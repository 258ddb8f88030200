package fledge.identity;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.access.Right;
import fledge.access.Role;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.tenancy.CityMemory;
import fledge.tenancy.CurrentCity;
import fledge.tenancy.PortalClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Accounts and what they are appointed as: one administrator proposes, a second one confirms, nobody acts for himself. */
@Service
public class AccountService {

    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{1,49}");
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_YEARS = 3;
    private static final int SHORTEST_REASON = 2;

    /** Fewer could never grant anything again, because a grant takes two. */
    private static final int FEWEST_ADMINISTRATORS = 2;

    private final AccountRepository accounts;
    private final PersonRecordRepository people;
    private final AppointmentRepository appointments;
    private final DelegationRepository delegations;
    private final UnitService units;
    private final ActorDirectory actors;
    private final Passwords passwords;
    private final PortalClock clock;
    private final ApplicationEventPublisher events;
    private final CityMemory<Set<UUID>, Map<UUID, String>> remembered = CityMemory.ofChanging(Duration.ofSeconds(5));

    AccountService(
            AccountRepository accounts,
            PersonRecordRepository people,
            AppointmentRepository appointments,
            DelegationRepository delegations,
            UnitService units,
            ActorDirectory actors,
            Passwords passwords,
            PortalClock clock,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.people = people;
        this.appointments = appointments;
        this.delegations = delegations;
        this.units = units;
        this.actors = actors;
        this.passwords = passwords;
        this.clock = clock;
        this.events = events;
    }

    // Accounts

    /** Opens an account; it can do nothing before it is appointed. */
    @Transactional
    public UUID open(NewAccount added) {
        requireMayManage();
        String login = added.login().strip().toLowerCase(Locale.ROOT);
        String name = added.personName().strip();
        RuleRefused.ifAny(against(login, name, added.personId() == null));
        String hash = added.mustChangePassword()
                ? passwords.hash(added.password())
                : passwords.hashIfAllowed(login, added.password());
        PersonRecord person = added.personId() == null
                ? people.save(new PersonRecord(name))
                : people.findById(added.personId()).orElseThrow(() -> new NotFound("person"));
        Account account = accounts.save(new Account(added, login, person.id(), hash, clock.now()));
        events.publishEvent(new AccountOpened(account.id(), login, person.id(), person.name()));
        return account.id();
    }

    /** An account for a new person, with a password that is shown once and changed at the first sign-in. */
    @Transactional
    public OneTimePassword openWithOneTimePassword(String login, String personName) {
        String password = Passwords.oneTime();
        UUID id = open(new NewAccount(login, personName, null, password, true, false, null, null));
        return new OneTimePassword(id, password);
    }

    /** Replaces a forgotten password; ends the account's sessions. */
    @Transactional
    public OneTimePassword replacePassword(UUID accountId) {
        requireMayManage();
        Account account = account(accountId);
        refuseOnSelf(account, "identity.account.not-oneself");
        String password = Passwords.oneTime();
        account.setPassword(passwords.hash(password), true);
        actors.forget(accountId);
        events.publishEvent(new PasswordChanged(accountId, account.login(), false));
        return new OneTimePassword(accountId, password);
    }

    /** Changes one's own password; the present one must be given. */
    @Transactional
    public void changePassword(String present, String password, String again) {
        UUID accountId = Actor.current().accountId();
        if (accountId == null) {
            throw new AccessDeniedException("nobody is signed in");
        }
        Account account = account(accountId);
        if (!isRight(present, account)) {
            throw new RuleRefused(Reason.on("presentPassword", "identity.password.present-wrong"));
        }
        if (!password.equals(again)) {
            throw new RuleRefused(Reason.on("passwordAgain", "identity.password.differs"));
        }
        if (password.equals(present)) {
            throw new RuleRefused(Reason.on("password", "identity.password.same"));
        }
        account.setPassword(passwords.hashIfAllowed(account.login(), password), false);
        actors.forget(accountId);
        events.publishEvent(new PasswordChanged(accountId, account.login(), true));
    }

    /** Locks an account, opens a locked one again, or closes it for good. */
    @Transactional
    public void setState(UUID accountId, AccountState state, String reason) {
        requireMayManage();
        Account account = account(accountId);
        refuseOnSelf(account, "identity.account.not-oneself");
        requireReason("stateReason", reason);
        AccountState was = account.state();
        if (was == state || was == AccountState.CLOSED) {
            throw new RuleRefused(Reason.of("identity.account.already", was));
        }
        if (state != AccountState.OPEN) {
            refuseIfTooFewAdministratorsWithout(
                    appointment -> appointment.accountId().equals(accountId));
        }
        account.setState(state);
        actors.forget(accountId);
        events.publishEvent(new AccountStateChanged(accountId, account.login(), was, state, reason.strip()));
    }

    // Appointments

    /** Proposes a role in a unit until a day (included); it counts once a second administrator has confirmed it. */
    @Transactional
    public UUID propose(UUID accountId, UUID unitId, Role role, LocalDate until, String reason) {
        requireMayManage();
        UUID proposer = Actor.current().person();
        Account account = account(accountId);
        units.unit(unitId);
        refuseOnSelf(account, "identity.appointment.not-for-oneself");
        LocalDate today = today();
        var against = new ArrayList<Reason>();
        if (account.state() != AccountState.OPEN) {
            against.add(Reason.of("identity.appointment.account-not-open", account.state()));
        }
        if (!isHeldHere(role)) {
            against.add(Reason.on("role", "identity.appointment.role-not-here"));
        }
        if (until.isBefore(today) || until.isAfter(today.plusYears(LONGEST_YEARS))) {
            against.add(Reason.on("until", "identity.appointment.until", today, today.plusYears(LONGEST_YEARS)));
        }
        if (reason.strip().length() < SHORTEST_REASON) {
            against.add(Reason.on("reason", "identity.reason-missing"));
        }
        if (appointments.existsByAccountIdAndUnitIdAndRoleAndState(
                accountId, unitId, role, AppointmentState.PROPOSED)) {
            against.add(Reason.of("identity.appointment.already-proposed"));
        }
        RuleRefused.ifAny(against);
        Appointment made = appointments.save(
                Appointment.proposed(account, unitId, role, today, until, reason.strip(), proposer, clock.now()));
        events.publishEvent(new RoleProposed(
                made.id(), accountId, account.login(), account.personId(), role, unitId, today, until, reason.strip()));
        return made.id();
    }

    /** Confirms what another administrator proposed; the role counts from now. */
    @Transactional
    public void confirm(UUID appointmentId) {
        requireMayManage();
        UUID confirmer = Actor.current().person();
        Appointment appointment = appointment(appointmentId);
        Account account = account(appointment.accountId());
        if (appointment.state() != AppointmentState.PROPOSED) {
            throw new RuleRefused(Reason.of("identity.appointment.already-decided", appointment.state()));
        }
        refuseOnSelf(account, "identity.appointment.not-for-oneself");
        if (confirmer.equals(appointment.proposedBy())) {
            throw new RuleRefused(Reason.of("identity.appointment.second-person"));
        }
        LocalDate until = appointment.validTo();
        if (until != null && until.isBefore(today())) {
            throw new RuleRefused(Reason.of("identity.appointment.expired", until));
        }
        appointment.confirm(confirmer, clock.now());
        actors.forget(account.id());
        events.publishEvent(confirmed(appointment, account));
    }

    /** Takes a role back, or refuses a proposed one. */
    @Transactional
    public void revoke(UUID appointmentId, String reason) {
        requireMayManage();
        Appointment appointment = appointment(appointmentId);
        Account account = account(appointment.accountId());
        requireReason("reason", reason);
        AppointmentState was = appointment.state();
        if (was == AppointmentState.REVOKED) {
            throw new RuleRefused(Reason.of("identity.appointment.already-decided", was));
        }
        if (was == AppointmentState.CONFIRMED) {
            refuseIfTooFewAdministratorsWithout(other -> other.id().equals(appointmentId));
        }
        appointment.revoke(Actor.current().personId(), reason.strip(), clock.now());
        actors.forget(account.id());
        events.publishEvent(new RoleRevoked(
                appointmentId,
                account.id(),
                account.login(),
                appointment.role(),
                appointment.unitId(),
                was,
                reason.strip()));
    }

    /** The first appointments of a city, made by the system itself before there are two administrators. */
    @Transactional
    public UUID appointAtFounding(
            UUID accountId, UUID unitId, Role role, LocalDate from, @Nullable LocalDate until, String reason) {
        if (!Actor.current().equals(Actor.SYSTEM)) {
            throw new AccessDeniedException("only the system founds a city");
        }
        Account account = account(accountId);
        units.unit(unitId);
        if (!isHeldHere(role)) {
            throw new RuleRefused(Reason.on("role", "identity.appointment.role-not-here"));
        }
        Appointment made =
                appointments.save(Appointment.founding(account, unitId, role, from, until, reason, clock.now()));
        actors.forget(accountId);
        events.publishEvent(confirmed(made, account));
        return made.id();
    }

    /** The roles there are in the bound city: operators on the platform, everybody else in a city. */
    public List<Role> rolesHere() {
        return List.of(Role.values()).stream()
                .filter(AccountService::isHeldHere)
                .toList();
    }

    // Who acts

    /** Who acts through the account today; nobody where it is locked or closed. */
    public Actor actorOf(UUID accountId) {
        return actors.actor(accountId);
    }

    /** Who acts through the account of that login today. */
    @Transactional(readOnly = true)
    public Actor actorOf(String login) {
        return actors.actor(accounts.findByLogin(login)
                .orElseThrow(() -> new NotFound("account"))
                .id());
    }

    /** What the account may do elsewhere has changed; it acts accordingly from its next request on. */
    public void rolesChanged(UUID accountId) {
        actors.forget(accountId);
    }

    /** Whether the account has to choose a password of its own before anything else. */
    public boolean mustChangePassword(UUID accountId) {
        return actors.known(accountId)
                .map(ActorDirectory.Known::mustChangePassword)
                .orElse(false);
    }

    /** Whether anybody holds that role for the unit today: in it, or in a unit above it. */
    @Transactional(readOnly = true)
    public boolean isAppointed(Role role, UUID unitId) {
        return !appointed(role, unitId).isEmpty();
    }

    /** Who holds that role for the unit today, the unit's own people first, then those of the units above it. */
    @Transactional(readOnly = true)
    public List<PersonView> appointed(Role role, UUID unitId) {
        return heldUpwards(role, unitId).stream()
                .map(HeldRole::person)
                .distinct()
                .toList();
    }

    /** Who holds that role nearest to the unit today, in it or else in a unit above it; and who acts for them. */
    @Transactional(readOnly = true)
    public List<RoleHolder> nearest(Role role, UUID unitId) {
        List<HeldRole> held = heldUpwards(role, unitId);
        List<HeldRole> nearest = held.stream()
                .filter(one -> one.unitId().equals(held.getFirst().unitId()))
                .toList();
        return nearest.stream()
                .map(HeldRole::person)
                .distinct()
                .map(person -> new RoleHolder(person, deputies(nearest, person)))
                .toList();
    }

    private static List<String> deputies(List<HeldRole> held, PersonView person) {
        return held.stream()
                .filter(one -> one.person().equals(person))
                .map(HeldRole::deputy)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** The accounts through which somebody may act in that role nearest to the unit today, delegations included. */
    @Transactional(readOnly = true)
    public Set<UUID> accountsActing(Role role, UUID unitId) {
        List<HeldRole> held = heldUpwards(role, unitId);
        return held.isEmpty()
                ? Set.of()
                : acting(role, held, List.of(held.getFirst().unitId()));
    }

    /** The accounts through which somebody may act in that role anywhere in the city today, delegations included. */
    @Transactional(readOnly = true)
    public Set<UUID> accountsActing(Role role) {
        Set<UUID> everywhere = units.byId().keySet();
        return acting(role, appointments.held(role, everywhere, today()), everywhere);
    }

    private Set<UUID> acting(Role role, List<HeldRole> held, Collection<UUID> unitIds) {
        return Stream.concat(
                        held.stream()
                                .filter(one -> unitIds.contains(one.unitId()))
                                .map(HeldRole::accountId),
                        delegations.standingIn(role, unitIds, today()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private List<HeldRole> heldUpwards(Role role, UUID unitId) {
        List<UUID> upwards = units.upwards(unitId);
        return appointments.held(role, upwards, today()).stream()
                .sorted(Comparator.comparingInt(held -> upwards.indexOf(held.unitId())))
                .toList();
    }

    /** The units for which somebody holds that role today: those of the appointments and all below them. */
    @Transactional(readOnly = true)
    public Set<UUID> unitsReachedBy(Role role) {
        LocalDate today = today();
        List<Appointment> held = appointments.findByStateAndRole(AppointmentState.CONFIRMED, role).stream()
                .filter(appointment -> appointment.isValidOn(today))
                .toList();
        Set<UUID> open = openAmong(held);
        return units.withDescendants(held.stream()
                .filter(appointment -> open.contains(appointment.accountId()))
                .map(Appointment::unitId)
                .toList());
    }

    /** These accounts with the names of their persons, for what refers to them; an unknown id is left out. */
    @Transactional(readOnly = true)
    public Map<UUID, AccountView> views(Collection<UUID> accountIds) {
        List<Account> found = accounts.findAllById(accountIds);
        Map<UUID, String> names =
                personNames(found.stream().map(Account::personId).toList());
        return found.stream()
                .collect(Collectors.toMap(
                        Account::id, account -> account.view(names.getOrDefault(account.personId(), ""))));
    }

    /** The names of these persons; an unknown id is left out. */
    @Transactional(readOnly = true)
    public Map<UUID, String> personNames(Collection<UUID> personIds) {
        return remembered.get(
                Set.copyOf(personIds),
                () -> people.findAllById(personIds).stream()
                        .collect(Collectors.toMap(PersonRecord::id, PersonRecord::name)));
    }

    // Parts

    boolean isRight(String password, Account account) {
        try {
            return passwords.matches(password, account.passwordHash());
        } catch (Passwords.Busy e) {
            throw new RuleRefused(Reason.of("identity.sign-in.busy"));
        }
    }

    /** What is wrong with a login and a name. */
    List<Reason> against(String login, String name, boolean newPerson) {
        var against = new ArrayList<Reason>();
        if (!LOGIN.matcher(login).matches()) {
            against.add(Reason.on("login", "identity.account.login-form"));
        } else if (accounts.existsByLogin(login)) {
            against.add(Reason.on("login", "identity.account.login-taken", login));
        }
        if (newPerson && (name.isEmpty() || name.length() > LONGEST_NAME)) {
            against.add(Reason.on("personName", "identity.account.name-missing", LONGEST_NAME));
        }
        return against;
    }

    private void refuseIfTooFewAdministratorsWithout(Predicate<Appointment> without) {
        LocalDate today = today();
        List<Appointment> administrators =
                appointments.findByStateAndRole(AppointmentState.CONFIRMED, Role.CITY_ADMIN).stream()
                        .filter(appointment -> appointment.isValidOn(today))
                        .toList();
        Set<UUID> open = openAmong(administrators);
        if (administrators.stream().noneMatch(without)) {
            return;
        }
        var left = new HashSet<UUID>();
        administrators.stream()
                .filter(without.negate())
                .filter(appointment -> open.contains(appointment.accountId()))
                .forEach(appointment -> left.add(appointment.personId()));
        if (left.size() < FEWEST_ADMINISTRATORS) {
            throw new RuleRefused(Reason.of("identity.appointment.last-administrators", FEWEST_ADMINISTRATORS));
        }
    }

    private Set<UUID> openAmong(List<Appointment> held) {
        return accounts
                .findAllById(
                        held.stream().map(Appointment::accountId).distinct().toList())
                .stream()
                .filter(account -> account.state() == AccountState.OPEN)
                .map(Account::id)
                .collect(Collectors.toSet());
    }

    private static void refuseOnSelf(Account account, String key) {
        if (account.personId().equals(Actor.current().personId())) {
            throw new RuleRefused(Reason.of(key));
        }
    }

    private static void requireReason(String field, String reason) {
        if (reason.strip().length() < SHORTEST_REASON) {
            throw new RuleRefused(Reason.on(field, "identity.reason-missing"));
        }
    }

    private static void requireMayManage() {
        if (!Actor.current().equals(Actor.SYSTEM)) {
            Actor.current().require(Right.PEOPLE_MANAGE);
        }
    }

    private static boolean isHeldHere(Role role) {
        return CurrentCity.get().isPlatform()
                ? role == Role.PLATFORM_OPERATOR || role == Role.AUDITOR || role == Role.CITY_ADMIN
                : role != Role.PLATFORM_OPERATOR;
    }

    private static RoleConfirmed confirmed(Appointment appointment, Account account) {
        return new RoleConfirmed(
                appointment.id(),
                account.id(),
                account.login(),
                account.personId(),
                appointment.role(),
                appointment.unitId(),
                appointment.validFrom(),
                appointment.validTo(),
                appointment.reason());
    }

    private Account account(UUID id) {
        return accounts.findById(id).orElseThrow(() -> new NotFound("account " + id));
    }

    private Appointment appointment(UUID id) {
        return appointments.findById(id).orElseThrow(() -> new NotFound("appointment " + id));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.now(), PortalClock.ZONE);
    }
}
