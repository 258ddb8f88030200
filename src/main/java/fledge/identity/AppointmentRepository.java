package fledge.identity;

import fledge.access.Role;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface AppointmentRepository extends JpaRepository<Appointment, UUID> {

    List<Appointment> findByAccountIdOrderByProposedAtDesc(UUID accountId);

    List<Appointment> findByAccountIdIn(Collection<UUID> accountIds);

    List<Appointment> findByStateOrderByProposedAt(AppointmentState state);

    List<Appointment> findByStateAndRole(AppointmentState state, Role role);

    boolean existsByAccountIdAndUnitIdAndRoleAndState(UUID accountId, UUID unitId, Role role, AppointmentState state);
}
