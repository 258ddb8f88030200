package fledge.programme;

import fledge.tenancy.CityOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a unit carries of a target in a year. */
@Entity
class Allocation extends CityOwned {

    @Column
    private UUID planId;

    @Column
    private UUID unitId;

    @Column
    private int position;

    @Column
    private int year;

    private @Nullable BigDecimal value;

    @Column
    private UUID enteredBy;

    protected Allocation() {}

    Allocation(UUID planId, UUID unitId, int position, int year, @Nullable BigDecimal value, UUID enteredBy) {
        this.planId = planId;
        this.unitId = unitId;
        this.position = position;
        this.year = year;
        this.value = value;
        this.enteredBy = enteredBy;
    }

    /** Takes a place and value; who changes the value answers for it. */
    void set(int position, @Nullable BigDecimal value, UUID person) {
        boolean same = this.value == null ? value == null : value != null && this.value.compareTo(value) == 0;
        this.position = position;
        if (!same) {
            this.value = value;
            this.enteredBy = person;
        }
    }

    UUID planId() {
        return planId;
    }

    UUID unitId() {
        return unitId;
    }

    int position() {
        return position;
    }

    int year() {
        return year;
    }

    @Nullable
    BigDecimal value() {
        return value;
    }

    UUID enteredBy() {
        return enteredBy;
    }
}
