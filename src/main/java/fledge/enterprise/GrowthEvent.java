package fledge.enterprise;

import fledge.tenancy.CityOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A step of growth (个转企, 小升规, 规改股, 股上市) with its day and its evidence; withdrawn where it was recorded wrongly. */
@Entity
class GrowthEvent extends CityOwned {

    @Column // read by queries
    private UUID enterpriseId;

    @Enumerated(EnumType.STRING)
    private GrowthKind kind;

    private LocalDate happenedOn;
    private String evidence;
    private @Nullable String formerCode;
    private @Nullable UUID recordedBy;

    @Column // kept beside the person
    private Instant recordedAt;

    private @Nullable Instant withdrawnAt;

    @Column // kept beside the reason
    private @Nullable UUID withdrawnBy;

    private @Nullable String withdrawnFor;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected GrowthEvent() {}

    GrowthEvent(UUID enterpriseId, NewGrowth growth, @Nullable UUID by, Instant now) {
        this.enterpriseId = enterpriseId;
        this.kind = growth.kind();
        this.happenedOn = growth.happenedOn();
        this.evidence = growth.evidence();
        this.formerCode = growth.formerCode();
        this.recordedBy = by;
        this.recordedAt = now;
    }

    void withdraw(String reason, @Nullable UUID by, Instant now) {
        withdrawnFor = reason;
        withdrawnBy = by;
        withdrawnAt = now;
    }

    boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    EnterpriseFile.Growth view() {
        return new EnterpriseFile.Growth(id(), kind, happenedOn, evidence, formerCode, recordedBy, withdrawnFor);
    }
}
