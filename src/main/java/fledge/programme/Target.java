package fledge.programme;

import fledge.programme.rules.Operator;
import fledge.tenancy.CityOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an indicator is to reach, in a year or by the end (目标值). */
@Entity
class Target extends CityOwned {

    @Column
    private UUID programmeId;

    @Column
    private UUID indicatorId;

    private @Nullable Integer year;

    @Enumerated(EnumType.STRING)
    private Operator operator;

    private @Nullable BigDecimal value;
    private @Nullable BigDecimal upper;

    @Enumerated(EnumType.STRING)
    private FigureStatus status;

    private @Nullable String missingReason;

    @Column
    private boolean finalTarget;

    private @Nullable String source;

    protected Target() {}

    Target(UUID programmeId, UUID indicatorId, NewTarget made) {
        this.programmeId = programmeId;
        this.indicatorId = indicatorId;
        set(made);
    }

    final void set(NewTarget made) {
        year = made.year();
        operator = made.operator();
        value = made.value();
        upper = made.upper();
        status = made.status();
        missingReason = made.missingReason();
        finalTarget = made.finalTarget();
        source = made.source();
    }

    UUID programmeId() {
        return programmeId;
    }

    UUID indicatorId() {
        return indicatorId;
    }

    @Nullable
    Integer year() {
        return year;
    }

    boolean isFinal() {
        return finalTarget;
    }

    TargetView view() {
        return new TargetView(
                id(), version(), year, operator, value, upper, status, missingReason, finalTarget, source);
    }
}
