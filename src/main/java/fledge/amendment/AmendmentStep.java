package fledge.amendment;

import fledge.tenancy.CityOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One change of an amendment's state, kept for its timeline. */
@Entity
@Immutable
class AmendmentStep extends CityOwned {

    private UUID amendmentId;
    private int number;

    @Enumerated(EnumType.STRING)
    private AmendmentAction action;

    @Enumerated(EnumType.STRING)
    private AmendmentStatus fromStatus;

    @Enumerated(EnumType.STRING)
    private AmendmentStatus toStatus;

    private @Nullable UUID personId;
    private Instant at;
    private String reason;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected AmendmentStep() {}

    AmendmentStep(AmendmentMoved moved, int number, @Nullable UUID personId, Instant at) {
        this.amendmentId = moved.subject().id();
        this.number = number;
        this.action = moved.way();
        this.fromStatus = moved.from();
        this.toStatus = moved.to();
        this.personId = personId;
        this.at = at;
        this.reason = moved.why();
    }

    AmendmentStepView view() {
        return new AmendmentStepView(amendmentId, number, action, fromStatus, toStatus, personId, at, reason);
    }
}
