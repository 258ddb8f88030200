package fledge.identity;

import fledge.access.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A delegation as pages list it. */
public record DelegationView(
        UUID id,
        UUID fromPerson,
        UUID toPerson,
        UUID unitId,
        Role role,
        LocalDate startsOn,
        LocalDate endsOn,
        String reason,
        DelegationState state,
        UUID madeBy,
        Instant madeAt,
        @Nullable UUID confirmedBy,
        @Nullable UUID endedBy,
        @Nullable Instant endedAt) {

    public boolean isInForce(LocalDate day) {
        return state == DelegationState.IN_FORCE && !day.isBefore(startsOn) && !day.isAfter(endsOn);
    }
}
