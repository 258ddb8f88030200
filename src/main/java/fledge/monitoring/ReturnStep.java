package fledge.monitoring;

import fledge.tenancy.CityOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One change of a return's state, kept for its timeline. */
@Entity
@Immutable
class ReturnStep extends CityOwned {

    private UUID returnId;
    private int number;

    @Enumerated(EnumType.STRING)
    private ReturnAction action;

    @Enumerated(EnumType.STRING)
    private ReturnStatus fromStatus;

    @Enumerated(EnumType.STRING)
    private ReturnStatus toStatus;

    private @Nullable UUID personId;
    private @Nullable UUID onBehalfOf;
    private Instant at;
    private @Nullable String reasonCode;
    private String reason;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected ReturnStep() {}

    ReturnStep(ReturnMoved moved, int number, @Nullable UUID personId, @Nullable UUID onBehalfOf, Instant at) {
        this.returnId = moved.subject().id();
        this.number = number;
        this.action = moved.way();
        this.fromStatus = moved.from();
        this.toStatus = moved.to();
        this.personId = personId;
        this.onBehalfOf = onBehalfOf;
        this.at = at;
        this.reasonCode = moved.reasonCode();
        this.reason = moved.why();
    }

    UUID returnId() {
        return returnId;
    }

    int number() {
        return number;
    }

    @Nullable
    UUID personId() {
        return personId;
    }

    @Nullable
    UUID onBehalfOf() {
        return onBehalfOf;
    }

    Instant at() {
        return at;
    }

    StepView view() {
        return new StepView(action, fromStatus, toStatus, personId, onBehalfOf, at, reasonCode, reason);
    }
}
