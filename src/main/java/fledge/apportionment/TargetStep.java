package fledge.apportionment;

import fledge.tenancy.CityOwned;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One change of state of a set, a line or an amendment, kept for its timeline. */
@Entity
@SuppressWarnings("UnusedVariable") // found by queries only
@Immutable
class TargetStep extends CityOwned {

    private UUID setId;
    private @Nullable UUID lineId;
    private @Nullable UUID amendmentId;
    private String action;
    private String fromStatus;
    private String toStatus;
    private @Nullable UUID personId;
    private Instant at;
    private String reason;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected TargetStep() {}

    TargetStep(
            UUID setId,
            @Nullable UUID lineId,
            @Nullable UUID amendmentId,
            TargetMoved moved,
            @Nullable UUID person,
            Instant at) {
        this.setId = setId;
        this.lineId = lineId;
        this.amendmentId = amendmentId;
        this.action = moved.way().toString();
        this.fromStatus = moved.from().toString();
        this.toStatus = moved.to().toString();
        this.personId = person;
        this.at = at;
        this.reason = moved.why();
    }

    TargetStepView view() {
        return new TargetStepView(action, fromStatus, toStatus, personId, at, reason);
    }
}
