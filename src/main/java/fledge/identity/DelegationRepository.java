package fledge.identity;

import fledge.access.Role;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface DelegationRepository extends JpaRepository<Delegation, UUID> {

    List<Delegation> findAllByOrderByMadeAtDescIdDesc();

    @Query(
            "select d from Delegation d where d.fromPerson = :person or d.toPerson = :person order by d.madeAt desc, d.id desc")
    List<Delegation> ofPerson(UUID person);

    boolean existsByAppointmentIdAndToAccountAndStateNot(UUID appointmentId, UUID toAccount, DelegationState state);

    /** Who counts as one with somebody on a day: whom he acts for, and who acts for him. */
    @Query("""
            select case when d.fromPerson = :person then d.toPerson else d.fromPerson end from Delegation d
            where (d.fromPerson = :person or d.toPerson = :person)
              and d.state = fledge.identity.DelegationState.IN_FORCE and :day between d.startsOn and d.endsOn""")
    List<UUID> oneWith(UUID person, LocalDate day);

    /** The accounts that stand in for somebody who holds a role in one of these units, on a day. */
    @Query("""
            select d.toAccount from Delegation d where d.role = :role and d.unitId in :units
              and d.state = fledge.identity.DelegationState.IN_FORCE and :day between d.startsOn and d.endsOn""")
    List<UUID> standingIn(Role role, Collection<UUID> units, LocalDate day);
}
