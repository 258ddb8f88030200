package fledge.base;

import fledge.base.rules.RecognitionLevel;
import fledge.tenancy.CityOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;

/** From when until when a base holds a level (有效期); the database lets no two of them overlap. */
@Entity
@DynamicUpdate
class RecognitionTerm extends CityOwned {

    private UUID recognitionId;
    private UUID baseId;

    @Enumerated(EnumType.STRING)
    private RecognitionLevel level;

    private LocalDate validFrom;
    private LocalDate validUntil;
    private String documentNo;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected RecognitionTerm() {}

    RecognitionTerm(Recognition of, LocalDate validFrom, LocalDate validUntil, String documentNo) {
        this.recognitionId = of.id();
        this.baseId = of.baseId();
        this.level = of.level();
        this.validFrom = validFrom;
        this.validUntil = validUntil;
        this.documentNo = documentNo;
    }

    /** It is no longer in force from that day on; what ends before it began never was. */
    void endOn(LocalDate day) {
        if (day.isBefore(validUntil)) {
            validUntil = day.isBefore(validFrom) ? validFrom : day;
        }
    }

    UUID recognitionId() {
        return recognitionId;
    }

    LocalDate validUntil() {
        return validUntil;
    }

    TermView view() {
        return new TermView(recognitionId, baseId, level, validFrom, validUntil, documentNo);
    }
}
