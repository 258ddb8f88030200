package fledge.reminder;

import fledge.kernel.Period;
import fledge.monitoring.ReturnView;
import fledge.monitoring.Turn;
import fledge.tenancy.CityOwned;
import fledge.tenancy.PortalClock;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That a unit was reminded of a return, when, by whom and in which words; settled once the turn is somebody else's. */
@Entity
class Reminder extends CityOwned {

    private UUID returnId;

    @Column // read by queries
    private UUID roundId;

    private UUID unitId;
    private int period;

    @Enumerated(EnumType.STRING)
    private ReminderKind kind;

    @Enumerated(EnumType.STRING)
    private Turn turn;

    private String text;
    private @Nullable UUID sentBy;
    private Instant sentAt;

    @Column // read by queries
    private LocalDate sentOn;

    private @Nullable Instant settledAt;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected Reminder() {}

    Reminder(ReturnView report, ReminderKind kind, Turn turn, String text, @Nullable UUID sentBy, Instant now) {
        this.returnId = report.id();
        this.roundId = report.round().id();
        this.unitId = report.unitId();
        this.period = report.round().period().index();
        this.kind = kind;
        this.turn = turn;
        this.text = text;
        this.sentBy = sentBy;
        this.sentAt = now;
        this.sentOn = day(now);
    }

    static LocalDate day(Instant moment) {
        return moment.atZone(PortalClock.ZONE).toLocalDate();
    }

    void settle(Instant now) {
        settledAt = now;
    }

    Turn turn() {
        return turn;
    }

    ReminderView view() {
        return new ReminderView(
                id(), returnId, unitId, Period.ofIndex(period), kind, turn, text, sentBy, sentAt, settledAt);
    }
}
