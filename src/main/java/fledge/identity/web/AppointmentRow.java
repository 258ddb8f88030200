package fledge.identity.web;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.access.Role;
import fledge.identity.AppointmentState;
import fledge.identity.AppointmentView;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An appointment in a list, with what the person who looks at it may do. */
record AppointmentRow(
        UUID id,
        UUID accountId,
        String personName,
        String unitName,
        Role role,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String stateKey,
        String tone,
        boolean founding,
        String reason,
        @Nullable String proposedBy,
        String proposedAt,
        @Nullable String confirmedBy,
        String confirmedAt,
        boolean mayConfirm,
        boolean mayRevoke,
        boolean isProposed) {

    static AppointmentRow of(AppointmentView held, Actor actor) {
        boolean manages = actor.may(Right.PEOPLE_MANAGE);
        boolean proposed = held.state() == AppointmentState.PROPOSED;
        boolean ended = held.state() == AppointmentState.CONFIRMED && !held.current();
        return new AppointmentRow(
                held.id(),
                held.accountId(),
                held.personName(),
                held.unitName(),
                held.role(),
                held.validFrom(),
                held.validTo(),
                ended ? "identity.appointment.state.ENDED" : held.state().labelKey(),
                tone(held, ended),
                held.founding(),
                held.reason(),
                held.proposedBy(),
                Days.minute(held.proposedAt()),
                held.confirmedBy(),
                Days.minute(held.confirmedAt()),
                manages && proposed && held.mayBeConfirmedBy(actor.personId()),
                manages && held.state() != AppointmentState.REVOKED,
                proposed);
    }

    private static String tone(AppointmentView held, boolean ended) {
        return switch (held.state()) {
            case PROPOSED -> "waiting";
            case CONFIRMED -> ended ? "neutral" : "done";
            case REVOKED -> "refused";
        };
    }
}
