package fledge.identity;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.access.Role;
import fledge.tenancy.CityMemory;
import fledge.tenancy.PortalClock;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who an account is and what it may do today: two queries, kept for seconds on this node and forgotten on every change. */
@Component
class ActorDirectory {

    private static final String APPOINTMENTS = """
            with recursive held as (
              select id, role, unit_id, null::uuid as principal from appointment
              where city_id = current_city() and account_id = :account and state = 'CONFIRMED'
                and valid_from <= :today and (valid_to is null or valid_to >= :today)
              union all
              select d.id, d.role, d.unit_id, d.from_person
              from delegation d
              join appointment a on a.city_id = d.city_id and a.id = d.appointment_id
              join account c on c.city_id = a.city_id and c.id = a.account_id
              where d.city_id = current_city() and d.to_account = :account and d.state = 'IN_FORCE'
                and :today between d.starts_on and d.ends_on and c.state <> 'CLOSED'
                and a.state = 'CONFIRMED' and a.valid_from <= :today and (a.valid_to is null or a.valid_to >= :today)
            ), reach (appointment_id, unit_id) as (
              select id, unit_id from held
              union
              select above.appointment_id, below.id
              from reach above join unit below on below.city_id = current_city() and below.parent_id = above.unit_id
            )
            select held.id, held.role, held.unit_id, unit.name_zh, reach.unit_id as reached, held.principal, person.name
            from held
            join unit on unit.city_id = current_city() and unit.id = held.unit_id
            join reach on reach.appointment_id = held.id
            left join person on person.city_id = current_city() and person.id = held.principal
            order by held.principal is not null, held.role, held.id
            """;

    private final AccountRepository accounts;
    private final PersonRecordRepository people;
    private final DelegationRepository delegations;
    private final List<RolesElsewhere> elsewhere;
    private final EntityManager entityManager;
    private final PortalClock clock;
    private final TransactionTemplate reading;
    private final CityMemory<UUID, Optional<Known>> remembered = CityMemory.ofChanging(Duration.ofSeconds(5));

    ActorDirectory(
            AccountRepository accounts,
            PersonRecordRepository people,
            DelegationRepository delegations,
            List<RolesElsewhere> elsewhere,
            EntityManager entityManager,
            PortalClock clock,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.people = people;
        this.delegations = delegations;
        this.elsewhere = List.copyOf(elsewhere);
        this.entityManager = entityManager;
        this.clock = clock;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** An account with whom it makes act; a closed account makes nobody act. */
    record Known(Actor actor, boolean mustChangePassword) {}

    Optional<Known> known(UUID accountId) {
        return remembered.get(accountId, () -> reading.execute(status -> read(accountId)));
    }

    Actor actor(UUID accountId) {
        return known(accountId).orElseThrow(() -> new NotFound("account")).actor();
    }

    /** Forgets everybody of the bound city, once the change is committed. */
    void forgetCity() {
        remembered.forget();
    }

    void forget(UUID accountId) {
        remembered.forget(accountId);
    }

    private Optional<Known> read(UUID accountId) {
        return accounts.findById(accountId).map(account -> {
            if (account.state() != AccountState.OPEN) {
                return new Known(Actor.ANONYMOUS, false);
            }
            String name = people.findById(account.personId()).orElseThrow().name();
            return new Known(
                    new Actor(
                            accountId,
                            account.personId(),
                            account.login(),
                            name,
                            everywhere(accountId),
                            Set.copyOf(delegations.oneWith(account.personId(), today()))),
                    account.mustChangePassword());
        });
    }

    private List<Actor.Appointment> everywhere(UUID accountId) {
        return Stream.concat(
                        appointments(accountId).stream(),
                        elsewhere.stream().flatMap(other -> other.of(accountId).stream()))
                .toList();
    }

    @SuppressWarnings("unchecked") // a native query has no element type
    private List<Actor.Appointment> appointments(UUID accountId) {
        List<Object[]> rows = entityManager
                .createNativeQuery(APPOINTMENTS)
                .setParameter("account", accountId)
                .setParameter("today", today())
                .getResultList();
        Map<Object, List<Object[]>> byAppointment = new LinkedHashMap<>();
        rows.forEach(row ->
                byAppointment.computeIfAbsent(row[0], id -> new ArrayList<>()).add(row));
        return byAppointment.values().stream()
                .map(reached -> {
                    Object[] first = reached.getFirst();
                    Set<UUID> reach = new HashSet<>();
                    reached.forEach(row -> reach.add((UUID) row[4]));
                    return new Actor.Appointment(
                            Role.valueOf((String) first[1]),
                            (UUID) first[2],
                            (String) first[3],
                            Set.copyOf(reach),
                            first[5] == null ? null : new Actor.Principal((UUID) first[5], (String) first[6]));
                })
                .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.now(), PortalClock.ZONE);
    }
}
