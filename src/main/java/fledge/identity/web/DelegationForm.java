package fledge.identity.web;

import fledge.access.Role;
import fledge.identity.DelegationService.Terms;
import fledge.kernel.DayEntry;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A delegation as typed; what cannot be read is refused at its field. */
record DelegationForm(
        @Nullable String appointmentId,
        @Nullable String fromLogin,
        @Nullable String role,
        @Nullable String toLogin,
        @Nullable String startsOn,
        @Nullable String endsOn,
        @Nullable String reason) {

    UUID appointment() {
        try {
            return UUID.fromString(text(appointmentId));
        } catch (IllegalArgumentException e) {
            throw new RuleRefused(Reason.on("appointmentId", "identity.delegation.choose-appointment"));
        }
    }

    String from() {
        return text(fromLogin);
    }

    Role roleChosen() {
        try {
            return Role.valueOf(text(role));
        } catch (IllegalArgumentException e) {
            throw new RuleRefused(Reason.on("role", "identity.appointment.role-missing"));
        }
    }

    Terms terms() {
        return new Terms(text(toLogin), day("startsOn", startsOn), day("endsOn", endsOn), text(reason));
    }

    private static LocalDate day(String field, @Nullable String typed) {
        return Optional.ofNullable(typed)
                .flatMap(DayEntry::read)
                .orElseThrow(() -> new RuleRefused(Reason.on(field, "identity.appointment.until-missing")));
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }
}
