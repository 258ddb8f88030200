package fledge.monitoring;

import fledge.tenancy.CityOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The clock of one turn of a return (时限): started with the turn, ended by it; whether it is over is computed, never typed. */
@Entity
class ReturnClock extends CityOwned {

    private UUID returnId;

    @Enumerated(EnumType.STRING)
    private Turn turn;

    private Instant startedAt;
    private Instant dueAt;
    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected ReturnClock() {}

    ReturnClock(UUID returnId, Turn turn, Instant startedAt, Instant dueAt) {
        this.returnId = returnId;
        this.turn = turn;
        this.startedAt = startedAt;
        this.dueAt = dueAt;
    }

    void end(Instant now) {
        endedAt = now;
    }

    void moveDue(Instant later) {
        dueAt = later;
    }

    UUID returnId() {
        return returnId;
    }

    Turn turn() {
        return turn;
    }

    Instant dueAt() {
        return dueAt;
    }

    ClockView view(List<ClockView.Pause> pauses) {
        return new ClockView(returnId, turn, startedAt, dueAt, endedAt, pauses);
    }
}
