package fledge.identity;

import fledge.access.Role;
import fledge.kernel.AuditedEvent;
import java.util.Map;
import java.util.UUID;

/** A role was taken back, or a proposed one was refused. */
public record RoleRevoked(
        UUID appointmentId, UUID accountId, String login, Role role, UUID unitId, AppointmentState was, String why)
        implements AuditedEvent {

    @Override
    public Subject subject() {
        return new Subject("account", accountId, login);
    }

    @Override
    public Map<String, ?> before() {
        return Map.of("appointmentId", appointmentId, "state", was.name(), "role", role.name(), "unitId", unitId);
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("state", AppointmentState.REVOKED.name());
    }

    @Override
    public String reason() {
        return why;
    }
}
