package fledge.programme;

import fledge.tenancy.CityOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.util.UUID;

/** A responsible unit of an indicator; position 1 leads (牵头单位). */
@Entity
class Responsibility extends CityOwned {

    @Column
    private UUID programmeId;

    @Column
    private UUID indicatorId;

    @Column
    private UUID unitId;

    @Column
    private int position;

    protected Responsibility() {}

    Responsibility(UUID programmeId, UUID indicatorId, UUID unitId, int position) {
        this.programmeId = programmeId;
        this.indicatorId = indicatorId;
        this.unitId = unitId;
        this.position = position;
    }

    void place(int position) {
        this.position = position;
    }

    UUID programmeId() {
        return programmeId;
    }

    UUID indicatorId() {
        return indicatorId;
    }

    UUID unitId() {
        return unitId;
    }

    int position() {
        return position;
    }
}
