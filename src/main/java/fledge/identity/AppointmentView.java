package fledge.identity;

import fledge.access.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An appointment with the names of everybody in it; {@code current} says whether it counts today. */
public record AppointmentView(
        UUID id,
        UUID accountId,
        UUID personId,
        String login,
        String personName,
        UUID unitId,
        String unitName,
        Role role,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        AppointmentState state,
        boolean current,
        boolean founding,
        String reason,
        @Nullable UUID proposedById,
        @Nullable String proposedBy,
        Instant proposedAt,
        @Nullable String confirmedBy,
        @Nullable Instant confirmedAt,
        @Nullable String revokedBy,
        @Nullable Instant revokedAt,
        @Nullable String revokedReason) {

    /** Whether that person is neither who proposed it nor whose role it is. */
    public boolean mayBeConfirmedBy(@Nullable UUID person) {
        return person != null && !person.equals(proposedById) && !person.equals(personId);
    }
}
