package fledge.identity;

import fledge.access.Role;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface AppointmentRepository extends JpaRepository<Appointment, UUID> {

    List<Appointment> findByAccountIdOrderByProposedAtDesc(UUID accountId);

    List<Appointment> findByAccountIdIn(Collection<UUID> accountIds);

    List<Appointment> findByStateOrderByProposedAt(AppointmentState state);

    List<Appointment> findByStateAndRole(AppointmentState state, Role role);

    boolean existsByAccountIdAndUnitIdAndRoleAndState(UUID accountId, UUID unitId, Role role, AppointmentState state);

    /** Who holds a role in one of these units on a day, through an account that is open; and who acts for them that day. */
    @Query("""
            select new fledge.identity.HeldRole(a.unitId, c.personId, c.id, c.login, p.name, q.name)
            from Appointment a join Account c on c.id = a.accountId join PersonRecord p on p.id = c.personId
            left join Delegation d on d.appointmentId = a.id
              and d.state = fledge.identity.DelegationState.IN_FORCE and :day between d.startsOn and d.endsOn
            left join PersonRecord q on q.id = d.toPerson
            where a.state = fledge.identity.AppointmentState.CONFIRMED and a.role = :role and a.unitId in :units
              and a.validFrom <= :day and (a.validTo is null or a.validTo >= :day)
              and c.state = fledge.identity.AccountState.OPEN
            order by c.login, q.name""")
    List<HeldRole> held(Role role, Collection<UUID> units, LocalDate day);
}
