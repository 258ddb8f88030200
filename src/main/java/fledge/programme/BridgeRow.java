package fledge.programme;

import fledge.kernel.Quarter;
import fledge.tenancy.CityOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.util.UUID;

/** A past quarter on the old and on the new basis (衔接数据), as the planner worked it out. */
@Entity
class BridgeRow extends CityOwned {

    @Column
    private UUID definitionId;

    @Column
    private int period;

    @Column
    private BigDecimal oldValue;

    @Column
    private BigDecimal newValue;

    @Column
    private UUID enteredBy;

    protected BridgeRow() {}

    BridgeRow(UUID definitionId, BridgedQuarter made, UUID person) {
        this.definitionId = definitionId;
        this.period = made.quarter().index();
        enter(made, person);
    }

    final void enter(BridgedQuarter made, UUID person) {
        if (enteredBy == null || oldValue.compareTo(made.oldValue()) != 0 || newValue.compareTo(made.newValue()) != 0) {
            oldValue = made.oldValue();
            newValue = made.newValue();
            enteredBy = person;
        }
    }

    UUID definitionId() {
        return definitionId;
    }

    UUID enteredBy() {
        return enteredBy;
    }

    Quarter quarter() {
        return Quarter.ofIndex(period);
    }

    BridgedQuarter view() {
        return new BridgedQuarter(quarter(), oldValue, newValue);
    }
}
