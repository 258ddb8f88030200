package fledge.enterprise;

import fledge.enterprise.rules.SizeClass;
import fledge.enterprise.rules.SizeFigures;
import fledge.enterprise.rules.SizeStandard;
import fledge.tenancy.CityOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A year's figures of an enterprise, with the size they give and the version of the standard that gave it. */
@Entity
class EnterpriseYear extends CityOwned {

    @Column // read by queries
    private UUID enterpriseId;

    private int year;
    private @Nullable Long employees;
    private @Nullable Long revenueFen;
    private @Nullable Long assetsFen;
    private String source;
    private String industryCode;
    private String standard;

    @Enumerated(EnumType.STRING)
    private SizeClass sizeClass;

    @Enumerated(EnumType.STRING)
    private @Nullable SizeClass officerClass;

    private @Nullable String officerReason;
    private @Nullable UUID officerId;
    private @Nullable UUID recordedBy;
    private Instant recordedAt;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected EnterpriseYear() {}

    @SuppressWarnings("NullAway") // the rest is filled by enter and classify, which follow at once
    EnterpriseYear(UUID enterpriseId, int year) {
        this.enterpriseId = enterpriseId;
        this.year = year;
    }

    void enter(YearFigures entered, @Nullable UUID by, Instant now) {
        employees = entered.figures().employees();
        revenueFen = entered.figures().revenueFen();
        assetsFen = entered.figures().assetsFen();
        source = entered.source();
        recordedBy = by;
        recordedAt = now;
    }

    /** Takes the standard's word; what an officer decided while it was silent ends when it speaks. */
    void classify(String industry, SizeStandard.Result result) {
        industryCode = industry;
        standard = result.standard();
        sizeClass = result.size();
        if (sizeClass != SizeClass.NOT_CLASSIFIED) {
            officerClass = null;
            officerReason = null;
            officerId = null;
        }
    }

    void decide(SizeClass size, String reason, @Nullable UUID by) {
        officerClass = size;
        officerReason = reason;
        officerId = by;
    }

    UUID enterpriseId() {
        return enterpriseId;
    }

    String source() {
        return source;
    }

    int year() {
        return year;
    }

    SizeFigures figures() {
        return new SizeFigures(employees, revenueFen, assetsFen);
    }

    SizeClass computed() {
        return sizeClass;
    }

    /** The size that counts. */
    SizeClass size() {
        return officerClass == null ? sizeClass : officerClass;
    }

    EnterpriseFile.Year view() {
        return new EnterpriseFile.Year(
                year,
                figures(),
                source,
                industryCode,
                standard,
                sizeClass,
                officerClass,
                officerReason,
                officerId,
                recordedBy,
                recordedAt);
    }
}
