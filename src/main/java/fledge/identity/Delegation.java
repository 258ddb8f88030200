package fledge.identity;

import fledge.access.Role;
import fledge.tenancy.CityOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That somebody acts for somebody else in one appointment (委托代办), from a day to a day (included). */
@Entity
class Delegation extends CityOwned {

    private UUID appointmentId;
    private UUID fromPerson;
    private UUID toAccount;
    private UUID toPerson;
    private UUID unitId;

    @Enumerated(EnumType.STRING)
    private Role role;

    private LocalDate startsOn;
    private LocalDate endsOn;
    private String reason;

    @Enumerated(EnumType.STRING)
    private DelegationState state;

    private UUID madeBy;
    private Instant madeAt;
    private @Nullable UUID confirmedBy;
    private @Nullable UUID endedBy;
    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected Delegation() {}

    Delegation(
            Appointment held,
            Account to,
            LocalDate startsOn,
            LocalDate endsOn,
            String reason,
            UUID madeBy,
            Instant now) {
        this.appointmentId = held.id();
        this.fromPerson = held.personId();
        this.toAccount = to.id();
        this.toPerson = to.personId();
        this.unitId = held.unitId();
        this.role = held.role();
        this.startsOn = startsOn;
        this.endsOn = endsOn;
        this.reason = reason;
        this.madeBy = madeBy;
        this.madeAt = now;
        // One's own appointment one delegates alone; for somebody who is absent it takes a second administrator.
        this.state = madeBy.equals(fromPerson) ? DelegationState.IN_FORCE : DelegationState.PROPOSED;
    }

    void confirm(UUID by) {
        state = DelegationState.IN_FORCE;
        confirmedBy = by;
    }

    void end(UUID by, Instant now) {
        state = DelegationState.ENDED;
        endedBy = by;
        endedAt = now;
    }

    UUID appointmentId() {
        return appointmentId;
    }

    UUID fromPerson() {
        return fromPerson;
    }

    UUID toAccount() {
        return toAccount;
    }

    UUID toPerson() {
        return toPerson;
    }

    UUID madeBy() {
        return madeBy;
    }

    DelegationState state() {
        return state;
    }

    LocalDate endsOn() {
        return endsOn;
    }

    DelegationView view() {
        return new DelegationView(
                id(),
                fromPerson,
                toPerson,
                unitId,
                role,
                startsOn,
                endsOn,
                reason,
                state,
                madeBy,
                madeAt,
                confirmedBy,
                endedBy,
                endedAt);
    }
}
