package fledge.monitoring;

import fledge.tenancy.CityOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.util.UUID;

/** Another source for what an indicator counts, and how far the two may differ. */
@Entity
class SourcePair extends CityOwned {

    private UUID programmeId;
    private UUID indicatorId;

    @Enumerated(EnumType.STRING)
    private SourceKind kind;

    private String name;
    private BigDecimal tolerancePercent;
    private UUID setBy;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected SourcePair() {}

    SourcePair(
            UUID programmeId, UUID indicatorId, SourceKind kind, String name, BigDecimal tolerancePercent, UUID setBy) {
        this.programmeId = programmeId;
        this.indicatorId = indicatorId;
        this.kind = kind;
        this.name = name;
        this.tolerancePercent = tolerancePercent;
        this.setBy = setBy;
    }

    UUID programmeId() {
        return programmeId;
    }

    UUID indicatorId() {
        return indicatorId;
    }

    SourceKind kind() {
        return kind;
    }

    String name() {
        return name;
    }

    BigDecimal tolerancePercent() {
        return tolerancePercent;
    }

    UUID setBy() {
        return setBy;
    }
}
