package fledge.base;

import fledge.base.rules.Grade;
import fledge.tenancy.CityOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** The yearly assessment of a recognised base (年度考核); one a year, never changed. */
@Entity
@Table(name = "recognition_assessment")
@Immutable
class Assessment extends CityOwned {

    private UUID recognitionId;
    private int year;

    @Enumerated(EnumType.STRING)
    private Grade grade;

    private String remark;
    private UUID assessedBy;
    private Instant assessedAt;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected Assessment() {}

    Assessment(UUID recognitionId, int year, Grade grade, String remark, UUID person, Instant now) {
        this.recognitionId = recognitionId;
        this.year = year;
        this.grade = grade;
        this.remark = remark;
        this.assessedBy = person;
        this.assessedAt = now;
    }

    AssessmentView view() {
        return new AssessmentView(recognitionId, year, grade, remark, assessedBy, assessedAt);
    }
}
