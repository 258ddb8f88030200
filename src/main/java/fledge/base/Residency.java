package fledge.base;

import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.tenancy.CityOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** The time of one enterprise in one base (入驻); what was written wrongly is corrected with a reason, never deleted. */
@Entity
@DynamicUpdate
class Residency extends CityOwned {

    private UUID baseId;
    private UUID enterpriseId;
    private LocalDate movedInOn;
    private @Nullable BigDecimal areaM2;
    private @Nullable LocalDate endedOn;

    @Enumerated(EnumType.STRING)
    private @Nullable ResidencyEnding ending;

    private String endReason;
    private UUID recordedBy;
    private Instant recordedAt;
    private @Nullable UUID endedBy;
    private @Nullable Instant endedAt;
    private String correction;
    private @Nullable UUID correctedBy;
    private @Nullable Instant correctedAt;
    private boolean struck;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected Residency() {}

    Residency(
            UUID baseId,
            UUID enterpriseId,
            LocalDate movedInOn,
            @Nullable BigDecimal areaM2,
            UUID person,
            Instant now) {
        this.baseId = baseId;
        this.enterpriseId = enterpriseId;
        this.movedInOn = movedInOn;
        this.areaM2 = areaM2;
        this.endReason = "";
        this.recordedBy = person;
        this.recordedAt = now;
        this.correction = "";
    }

    /** It is over from that day on; once only, a wrong end is corrected. */
    void end(LocalDate day, ResidencyEnding how, String why, UUID person, Instant now) {
        refuseStruck();
        if (endedOn != null) {
            throw new RuleRefused(Reason.of("residency.refused.ended-already", endedOn.toString()));
        }
        writeEnd(day, how, why, person, now);
    }

    /** Puts right what the ledger said. */
    void correct(ResidencyTerms terms, String why, UUID person, Instant now) {
        refuseStruck();
        movedInOn = terms.movedInOn();
        areaM2 = terms.areaM2();
        if (terms.endedOn() == null || terms.ending() == null) {
            writeEnd(null, null, "", null, null);
        } else {
            writeEnd(
                    terms.endedOn(),
                    terms.ending(),
                    terms.endReason(),
                    endedBy == null ? person : endedBy,
                    endedAt == null ? now : endedAt);
        }
        writeCorrection(why, person, now);
    }

    /** It was entered by mistake and counts nowhere. */
    void strike(String why, UUID person, Instant now) {
        refuseStruck();
        struck = true;
        writeCorrection(why, person, now);
    }

    private void writeEnd(
            @Nullable LocalDate day,
            @Nullable ResidencyEnding how,
            String why,
            @Nullable UUID person,
            @Nullable Instant at) {
        endedOn = day;
        ending = how;
        endReason = why;
        endedBy = person;
        endedAt = at;
    }

    private void writeCorrection(String why, UUID person, Instant now) {
        correction = why;
        correctedBy = person;
        correctedAt = now;
    }

    void refuseStruck() {
        if (struck) {
            throw new RuleRefused(Reason.of("residency.refused.struck"));
        }
    }

    UUID baseId() {
        return baseId;
    }

    UUID enterpriseId() {
        return enterpriseId;
    }

    ResidencyTerms terms() {
        return new ResidencyTerms(movedInOn, areaM2, endedOn, ending, endReason);
    }

    ResidencyView view() {
        return new ResidencyView(
                id(),
                version(),
                baseId,
                enterpriseId,
                terms(),
                recordedBy,
                recordedAt,
                endedBy,
                endedAt,
                correction,
                correctedBy,
                correctedAt,
                struck);
    }
}
