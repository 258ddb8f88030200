package fledge.representative;

import fledge.tenancy.CityOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One move of a claim, kept for its timeline. */
@Entity
@Immutable
class RepresentativeStep extends CityOwned {

    @Column // read by queries
    private UUID representativeId;

    @Column // read by queries
    private int number;

    @Enumerated(EnumType.STRING)
    private RepresentativeAction action;

    @Enumerated(EnumType.STRING)
    @Column // what the guard of moves compares
    private RepresentativeStatus fromStatus;

    @Enumerated(EnumType.STRING)
    @Column // what the guard of moves compares
    private RepresentativeStatus toStatus;

    private @Nullable UUID personId;
    private Instant at;
    private String reason;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected RepresentativeStep() {}

    RepresentativeStep(RepresentativeMoved moved, int number, @Nullable UUID personId, Instant at) {
        this.representativeId = moved.subject().id();
        this.number = number;
        this.action = moved.way();
        this.fromStatus = moved.from();
        this.toStatus = moved.to();
        this.personId = personId;
        this.at = at;
        this.reason = moved.why();
    }

    StepView view() {
        return new StepView(action, personId, at, reason);
    }
}
