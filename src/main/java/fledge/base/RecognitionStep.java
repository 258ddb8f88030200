package fledge.base;

import fledge.tenancy.CityOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One move of a recognition, kept for its timeline. */
@Entity
@Immutable
class RecognitionStep extends CityOwned {

    private UUID recognitionId;

    @Column
    private int number;

    @Enumerated(EnumType.STRING)
    private RecognitionAction action;

    @Column
    @Enumerated(EnumType.STRING)
    private RecognitionStatus fromStatus;

    @Enumerated(EnumType.STRING)
    private RecognitionStatus toStatus;

    private @Nullable UUID personId;
    private Instant at;
    private String reason;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected RecognitionStep() {}

    RecognitionStep(RecognitionMoved moved, int number, @Nullable UUID personId, Instant at) {
        this.recognitionId = moved.subject().id();
        this.number = number;
        this.action = moved.way();
        this.fromStatus = moved.from();
        this.toStatus = moved.to();
        this.personId = personId;
        this.at = at;
        this.reason = moved.why();
    }

    StepView view() {
        return new StepView(recognitionId, action, toStatus, personId, at, reason);
    }
}
