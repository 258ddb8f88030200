package fledge.identity.web;

import fledge.access.Role;
import fledge.kernel.DayEntry;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A proposed role as typed; what cannot be read is refused at its field. */
record ProposalForm(
        @Nullable String role,
        @Nullable String unitId,
        @Nullable String until,
        @Nullable String reason) {

    Role roleChosen() {
        try {
            return Role.valueOf(role == null ? "" : role);
        } catch (IllegalArgumentException e) {
            throw new RuleRefused(Reason.on("role", "identity.appointment.role-missing"));
        }
    }

    UUID unit() {
        try {
            return UUID.fromString(unitId == null ? "" : unitId);
        } catch (IllegalArgumentException e) {
            throw new RuleRefused(Reason.on("unitId", "identity.appointment.unit-missing"));
        }
    }

    LocalDate lastDay() {
        return Optional.ofNullable(until)
                .flatMap(DayEntry::read)
                .orElseThrow(() -> new RuleRefused(Reason.on("until", "identity.appointment.until-missing")));
    }

    String why() {
        return reason == null ? "" : reason;
    }
}
