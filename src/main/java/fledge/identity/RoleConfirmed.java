package fledge.identity;

import fledge.access.Role;
import fledge.kernel.AuditedEvent;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A role in a unit was confirmed by a second administrator, or given at the founding of a city. */
public record RoleConfirmed(
        UUID appointmentId,
        UUID accountId,
        String login,
        UUID personId,
        Role role,
        UUID unitId,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String why)
        implements AuditedEvent {

    @Override
    public Subject subject() {
        return new Subject("account", accountId, login);
    }

    @Override
    public Map<String, ?> after() {
        return Map.of(
                "appointmentId",
                appointmentId,
                "personId",
                personId,
                "role",
                role.name(),
                "unitId",
                unitId,
                "validFrom",
                validFrom.toString(),
                "validTo",
                validTo == null ? "" : validTo.toString());
    }

    @Override
    public String reason() {
        return why;
    }
}
