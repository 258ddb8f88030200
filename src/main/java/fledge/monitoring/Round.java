package fledge.monitoring;

import fledge.kernel.Quarter;
import fledge.monitoring.rules.Deadlines;
import fledge.tenancy.CityOwned;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;

/** A collection round (报送批次): one quarter of one programme, asked of every unit that reports for it. */
@Entity
class Round extends CityOwned {

    private UUID programmeId;
    private int period;
    private Instant opensAt;
    private Instant dueAt;
    private Instant entryEndAt;
    private Instant editEndAt;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected Round() {}

    Round(UUID programmeId, Quarter quarter, Instant opensAt, Deadlines deadlines) {
        this.programmeId = programmeId;
        this.period = quarter.index();
        this.opensAt = opensAt;
        this.dueAt = deadlines.due();
        this.entryEndAt = deadlines.entryEnd();
        this.editEndAt = deadlines.editEnd();
    }

    UUID programmeId() {
        return programmeId;
    }

    Quarter quarter() {
        return Quarter.ofIndex(period);
    }

    Instant opensAt() {
        return opensAt;
    }

    Instant dueAt() {
        return dueAt;
    }

    Instant entryEndAt() {
        return entryEndAt;
    }

    Instant editEndAt() {
        return editEndAt;
    }

    RoundView view() {
        return new RoundView(id(), programmeId, quarter(), opensAt, dueAt, entryEndAt, editEndAt);
    }
}
