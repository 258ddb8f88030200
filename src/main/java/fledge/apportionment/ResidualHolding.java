package fledge.apportionment;

import fledge.tenancy.CityOwned;
import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who answers for what the parts leave open: named by the planner, signed by the unit. */
@Entity
class ResidualHolding extends CityOwned {

    private UUID setId;
    private UUID indicatorId;
    private int year;
    private BigDecimal residual;
    private UUID unitId;
    private String reason;
    private UUID namedBy;
    private Instant namedAt;
    private @Nullable UUID signedBy;
    private @Nullable Instant signedAt;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected ResidualHolding() {}

    ResidualHolding(
            UUID setId,
            UUID indicatorId,
            int year,
            BigDecimal residual,
            UUID unitId,
            String reason,
            UUID person,
            Instant now) {
        this.setId = setId;
        this.indicatorId = indicatorId;
        this.year = year;
        this.residual = residual;
        this.unitId = unitId;
        this.reason = reason;
        this.namedBy = person;
        this.namedAt = now;
    }

    void sign(UUID person, Instant now) {
        signedBy = person;
        signedAt = now;
    }

    HoldingView view() {
        return new HoldingView(
                id(), setId, indicatorId, year, residual, unitId, reason, namedBy, namedAt, signedBy, signedAt);
    }

    UUID setId() {
        return setId;
    }

    UUID unitId() {
        return unitId;
    }

    UUID namedBy() {
        return namedBy;
    }

    @Nullable
    UUID signedBy() {
        return signedBy;
    }
}
