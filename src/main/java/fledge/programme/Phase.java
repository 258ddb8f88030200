package fledge.programme;

import fledge.tenancy.CityOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A stage of a programme (阶段). */
@Entity
class Phase extends CityOwned {

    @Column
    private UUID programmeId;

    @Column
    private int position;

    @Column
    private String nameZh;

    @Column
    private String nameEn;

    private @Nullable Integer startYear;
    private @Nullable Integer endYear;
    private @Nullable String textZh;
    private @Nullable String textEn;

    protected Phase() {}

    Phase(UUID programmeId, int position, NewProgramme.Phase made) {
        this.programmeId = programmeId;
        this.position = position;
        this.nameZh = made.name().zh();
        this.nameEn = made.name().en();
        this.startYear = made.startYear();
        this.endYear = made.endYear();
        this.textZh = Bilingual.zhOf(made.text());
        this.textEn = Bilingual.enOf(made.text());
    }

    UUID programmeId() {
        return programmeId;
    }

    PhaseView view() {
        return new PhaseView(position, nameZh, nameEn, startYear, endYear, textZh, textEn);
    }
}
