package fledge.identity;

import fledge.access.Role;
import fledge.tenancy.CityOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A role in a unit, held through an account from a day to a day (included). */
@Entity
class Appointment extends CityOwned {

    @Column
    private UUID accountId;

    /** The person of the account; the database compares it with those who propose and confirm. */
    @Column
    private UUID personId;

    @Column
    private UUID unitId;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Column
    private LocalDate validFrom;

    @Column
    private @Nullable LocalDate validTo;

    @Enumerated(EnumType.STRING)
    private AppointmentState state;

    /** Made before there were two administrators to propose and confirm it. */
    @Column
    private boolean founding;

    @Column
    private String reason;

    @Column
    private @Nullable UUID proposedBy;

    @Column
    private Instant proposedAt;

    @Column
    private @Nullable UUID confirmedBy;

    @Column
    private @Nullable Instant confirmedAt;

    @Column
    private @Nullable UUID revokedBy;

    @Column
    private @Nullable Instant revokedAt;

    @Column
    private @Nullable String revokedReason;

    protected Appointment() {}

    private Appointment(Account account, UUID unitId, Role role, LocalDate from, @Nullable LocalDate to) {
        this.accountId = account.id();
        this.personId = account.personId();
        this.unitId = unitId;
        this.role = role;
        this.validFrom = from;
        this.validTo = to;
    }

    static Appointment founding(
            Account account,
            UUID unitId,
            Role role,
            LocalDate from,
            @Nullable LocalDate to,
            String reason,
            Instant now) {
        var appointment = new Appointment(account, unitId, role, from, to);
        appointment.state = AppointmentState.CONFIRMED;
        appointment.founding = true;
        appointment.reason = reason;
        appointment.proposedAt = now;
        appointment.confirmedAt = now;
        return appointment;
    }

    static Appointment proposed(
            Account account,
            UUID unitId,
            Role role,
            LocalDate from,
            LocalDate to,
            String reason,
            UUID by,
            Instant now) {
        var appointment = new Appointment(account, unitId, role, from, to);
        appointment.state = AppointmentState.PROPOSED;
        appointment.reason = reason;
        appointment.proposedBy = by;
        appointment.proposedAt = now;
        return appointment;
    }

    void confirm(UUID by, Instant now) {
        state = AppointmentState.CONFIRMED;
        confirmedBy = by;
        confirmedAt = now;
    }

    void revoke(@Nullable UUID by, String why, Instant now) {
        state = AppointmentState.REVOKED;
        revokedBy = by;
        revokedReason = why;
        revokedAt = now;
    }

    UUID accountId() {
        return accountId;
    }

    UUID personId() {
        return personId;
    }

    UUID unitId() {
        return unitId;
    }

    Role role() {
        return role;
    }

    AppointmentState state() {
        return state;
    }

    @Nullable
    UUID proposedBy() {
        return proposedBy;
    }

    @Nullable
    LocalDate validTo() {
        return validTo;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    String reason() {
        return reason;
    }

    /** Everybody in it. */
    Stream<@Nullable UUID> people() {
        return Stream.of(personId, proposedBy, confirmedBy, revokedBy);
    }

    boolean isValidOn(LocalDate day) {
        return state == AppointmentState.CONFIRMED
                && !day.isBefore(validFrom)
                && (validTo == null || !day.isAfter(validTo));
    }

    AppointmentView view(Account account, String personName, String unitName, LocalDate today, Names names) {
        return new AppointmentView(
                id(),
                accountId,
                personId,
                account.login(),
                personName,
                unitId,
                unitName,
                role,
                validFrom,
                validTo,
                state,
                isValidOn(today),
                founding,
                reason,
                proposedBy,
                names.of(proposedBy),
                proposedAt,
                names.of(confirmedBy),
                confirmedAt,
                names.of(revokedBy),
                revokedAt,
                revokedReason);
    }

    /** Who the persons behind the ids are. */
    interface Names {
        @Nullable
        String of(@Nullable UUID personId);
    }
}
