package fledge.monitoring;

import fledge.tenancy.CityOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A time during which a clock stood still, with the reason; its working days move the deadline when it ends. */
@Entity
class ClockPause extends CityOwned {

    @Column // read by queries
    private UUID clockId;

    private Instant pausedAt;
    private UUID pausedBy;
    private String reason;
    private @Nullable Instant resumedAt;
    private @Nullable UUID resumedBy;
    private @Nullable Integer days;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected ClockPause() {}

    ClockPause(UUID clockId, UUID pausedBy, Instant pausedAt, String reason) {
        this.clockId = clockId;
        this.pausedBy = pausedBy;
        this.pausedAt = pausedAt;
        this.reason = reason;
    }

    void resume(@Nullable UUID by, Instant now, int workingDays) {
        resumedAt = now;
        resumedBy = by;
        days = workingDays;
    }

    Instant pausedAt() {
        return pausedAt;
    }

    ClockView.Pause view() {
        return new ClockView.Pause(pausedAt, pausedBy, reason, resumedAt, resumedBy, days);
    }
}
