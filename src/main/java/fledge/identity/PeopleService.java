package fledge.identity;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.access.Right;
import fledge.tenancy.PortalClock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the pages about people read. */
@Service
public class PeopleService {

    private final AccountRepository accounts;
    private final PersonRecordRepository people;
    private final AppointmentRepository appointments;
    private final UnitService units;
    private final PortalClock clock;

    PeopleService(
            AccountRepository accounts,
            PersonRecordRepository people,
            AppointmentRepository appointments,
            UnitService units,
            PortalClock clock) {
        this.accounts = accounts;
        this.people = people;
        this.appointments = appointments;
        this.units = units;
        this.clock = clock;
    }

    /** Everybody whose name, login or unit contains the words, by login; with today's appointments. */
    @Transactional(readOnly = true)
    public List<PersonLine> search(String words) {
        Actor.current().require(Right.PEOPLE_READ);
        LocalDate today = today();
        Map<UUID, UnitView> unitsById = units.byId();
        Map<UUID, String> names = names();
        Map<UUID, List<Appointment>> held = appointments.findAll().stream()
                .filter(appointment -> appointment.isValidOn(today))
                .collect(Collectors.groupingBy(Appointment::accountId));
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        return accounts.findAll().stream()
                .map(account -> new PersonLine(
                        account.view(names.getOrDefault(account.personId(), "")),
                        posts(held.getOrDefault(account.id(), List.of()), unitsById)))
                .filter(line -> line.matches(wanted))
                .sorted(Comparator.comparing(line -> line.account().login()))
                .toList();
    }

    @Transactional(readOnly = true)
    public AccountView account(UUID id) {
        Actor.current().require(Right.PEOPLE_READ);
        Account account = accounts.findById(id).orElseThrow(() -> new NotFound("account " + id));
        return account.view(people.findById(account.personId()).orElseThrow().name());
    }

    /** Everything the account was ever appointed as, the newest first. */
    @Transactional(readOnly = true)
    public List<AppointmentView> appointments(UUID accountId) {
        Actor.current().require(Right.PEOPLE_READ);
        return views(appointments.findByAccountIdOrderByProposedAtDesc(accountId));
    }

    /** What waits for a second administrator, the oldest first. */
    @Transactional(readOnly = true)
    public List<AppointmentView> proposals() {
        Actor.current().require(Right.PEOPLE_READ);
        return views(appointments.findByStateOrderByProposedAt(AppointmentState.PROPOSED));
    }

    /** The proposals that this administrator may confirm: neither his own nor about himself. */
    @Transactional(readOnly = true)
    public List<AppointmentView> proposalsFor(Actor actor) {
        UUID person = actor.person();
        return views(appointments.findByStateOrderByProposedAt(AppointmentState.PROPOSED).stream()
                .filter(proposal -> !person.equals(proposal.proposedBy()) && !person.equals(proposal.personId()))
                .toList());
    }

    /** The accounts on the sign-in page of the demonstration. */
    @Transactional(readOnly = true)
    public List<ListedAccount> listed() {
        LocalDate today = today();
        List<Account> listed = accounts.findByListedTrueOrderByLogin();
        if (listed.isEmpty()) {
            return List.of();
        }
        Map<UUID, UnitView> unitsById = units.byId();
        Map<UUID, String> names = names();
        Map<UUID, List<Appointment>> held =
                appointments.findByAccountIdIn(listed.stream().map(Account::id).toList()).stream()
                        .filter(appointment -> appointment.isValidOn(today))
                        .collect(Collectors.groupingBy(Appointment::accountId));
        return listed.stream()
                .filter(account -> account.state() == AccountState.OPEN)
                .map(account -> account.listing(
                        names.getOrDefault(account.personId(), ""),
                        posts(held.getOrDefault(account.id(), List.of()), unitsById)))
                .toList();
    }

    private List<AppointmentView> views(List<Appointment> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        LocalDate today = today();
        Map<UUID, UnitView> unitsById = units.byId();
        Map<UUID, Account> accountsById = byId(accounts.findAllById(
                found.stream().map(Appointment::accountId).distinct().toList()));
        Map<UUID, String> names = names(found.stream()
                .flatMap(Appointment::people)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return found.stream()
                .map(appointment -> appointment.view(
                        Objects.requireNonNull(accountsById.get(appointment.accountId())),
                        names.getOrDefault(appointment.personId(), ""),
                        Objects.requireNonNull(unitsById.get(appointment.unitId()))
                                .nameZh(),
                        today,
                        person -> person == null ? null : names.get(person)))
                .toList();
    }

    private static List<ListedAccount.Post> posts(List<Appointment> held, Map<UUID, UnitView> unitsById) {
        return held.stream()
                .map(appointment -> new ListedAccount.Post(
                        appointment.role(),
                        Objects.requireNonNull(unitsById.get(appointment.unitId()))
                                .nameZh()))
                .toList();
    }

    private Map<UUID, String> names() {
        return people.findAll().stream().collect(Collectors.toMap(PersonRecord::id, PersonRecord::name));
    }

    private Map<UUID, String> names(Collection<UUID> ids) {
        return people.findAllById(ids).stream().collect(Collectors.toMap(PersonRecord::id, PersonRecord::name));
    }

    private static Map<UUID, Account> byId(List<Account> found) {
        return found.stream().collect(Collectors.toMap(Account::id, Function.identity()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.now(), PortalClock.ZONE);
    }

    /** An account in the list of people, with its posts of today. */
    public record PersonLine(AccountView account, List<ListedAccount.Post> posts) {

        boolean matches(String words) {
            return Stream.concat(
                            Stream.of(account.login(), account.personName()),
                            posts.stream().map(ListedAccount.Post::unitName))
                    .anyMatch(text -> text.contains(words));
        }
    }
}
