package fledge.monitoring;

import fledge.kernel.Period;
import fledge.monitoring.rules.Deadlines;
import fledge.tenancy.CityOwned;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A collection round (报送批次): one quarter or month of one programme, asked of every unit that reports for it. */
@Entity
class Round extends CityOwned {

    private UUID programmeId;
    private int period;
    private @Nullable UUID templateId;
    private Instant opensAt;
    private Instant dueAt;
    private Instant entryEndAt;
    private Instant editEndAt;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected Round() {}

    Round(UUID programmeId, Period period, @Nullable UUID templateId, Instant opensAt, Deadlines deadlines) {
        this.programmeId = programmeId;
        this.period = period.index();
        this.templateId = templateId;
        this.opensAt = opensAt;
        this.dueAt = deadlines.due();
        this.entryEndAt = deadlines.entryEnd();
        this.editEndAt = deadlines.editEnd();
    }

    UUID programmeId() {
        return programmeId;
    }

    Period period() {
        return Period.ofIndex(period);
    }

    /** The version of the form that it asks with; none where the programme had none. */
    @Nullable
    UUID templateId() {
        return templateId;
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
        return new RoundView(id(), programmeId, period(), templateId, opensAt, dueAt, entryEndAt, editEndAt);
    }
}
