package fledge.monitoring;

import fledge.kernel.Period;
import fledge.programme.rules.Item;
import fledge.tenancy.CityOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A note that a figure which counted was replaced (数据更正说明). */
@Entity
@Immutable
class Restatement extends CityOwned {

    private UUID programmeId;
    private UUID indicatorId;

    @Enumerated(EnumType.STRING)
    private Item item;

    private UUID unitId;
    private int period;
    private UUID returnId;
    private UUID amendmentId;
    private @Nullable UUID oldVersionId;
    private UUID newVersionId;
    private @Nullable BigDecimal oldValue;
    private @Nullable String oldWording;
    private @Nullable BigDecimal newValue;
    private @Nullable String newWording;
    private String reason;
    private Instant at;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected Restatement() {}

    Restatement(
            ReturnWithRound of,
            ReturnLine line,
            LineContent before,
            @Nullable UUID oldVersionId,
            UUID newVersionId,
            Instant at) {
        Reopening reopening = Objects.requireNonNull(of.report().reopening());
        this.programmeId = of.round().programmeId();
        this.indicatorId = line.indicatorId();
        this.item = line.item();
        this.unitId = of.report().unitId();
        this.period = of.round().period().index();
        this.returnId = of.report().id();
        this.amendmentId = reopening.amendmentId();
        this.oldVersionId = oldVersionId;
        this.newVersionId = newVersionId;
        this.oldValue = before.value();
        this.oldWording = before.wording();
        this.newValue = line.content().value();
        this.newWording = line.content().wording();
        this.reason = reopening.reason();
        this.at = at;
    }

    UUID programmeId() {
        return programmeId;
    }

    @Nullable
    UUID oldVersionId() {
        return oldVersionId;
    }

    UUID newVersionId() {
        return newVersionId;
    }

    RestatementView view() {
        return new RestatementView(
                indicatorId,
                item,
                unitId,
                Period.ofIndex(period),
                returnId,
                amendmentId,
                new LineContent(oldValue, oldWording, ""),
                new LineContent(newValue, newWording, ""),
                reason,
                at);
    }
}
