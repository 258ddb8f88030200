package fledge.apportionment;

import fledge.tenancy.CityOwned;
import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.util.UUID;

/** What a unit had of an indicator in the base period. */
@Entity
@SuppressWarnings("UnusedVariable") // found by queries only
class UnitBase extends CityOwned {

    private UUID indicatorId;
    private UUID unitId;
    private BigDecimal value;
    private UUID enteredBy;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected UnitBase() {}

    UnitBase(UUID indicatorId, UUID unitId, BigDecimal value, UUID person) {
        this.indicatorId = indicatorId;
        this.unitId = unitId;
        this.value = value;
        this.enteredBy = person;
    }

    void correct(BigDecimal value, UUID person) {
        if (this.value.compareTo(value) != 0) {
            this.value = value;
            this.enteredBy = person;
        }
    }

    UUID indicatorId() {
        return indicatorId;
    }

    UUID unitId() {
        return unitId;
    }

    BigDecimal value() {
        return value;
    }
}
