package fledge.programme;

import fledge.tenancy.CityOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.util.UUID;

/** A unit that fills the return for an indicator. */
@Entity
class ReportingUnit extends CityOwned {

    @Column
    private UUID programmeId;

    @Column
    private UUID indicatorId;

    @Column
    private UUID unitId;

    @Column
    private int position;

    protected ReportingUnit() {}

    ReportingUnit(UUID programmeId, UUID indicatorId, UUID unitId, int position) {
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
