package fledge.enterprise;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who an enterprise is, for modules that name it; {@code closedOn} is the day since which it is revoked or cancelled. */
public record EnterpriseCard(
        UUID id,
        String creditCode,
        String nameZh,
        EnterpriseStatus status,
        LocalDate foundedOn,
        @Nullable LocalDate closedOn,
        boolean sample) {}
