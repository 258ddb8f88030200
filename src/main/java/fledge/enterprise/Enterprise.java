package fledge.enterprise;

import fledge.enterprise.rules.SizeClass;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.tenancy.CityOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An enterprise of the register (市场主体), by its unified social credit code; it is never deleted, it is cancelled. */
@Entity
class Enterprise extends CityOwned {

    private String creditCode;
    private @Nullable String codeReason;
    private String nameZh;

    @Column // read by queries
    private String initials;

    @Enumerated(EnumType.STRING)
    private EnterpriseKind kind;

    private String industryCode;
    private UUID districtId;
    private LocalDate foundedOn;

    @Enumerated(EnumType.STRING)
    private EnterpriseStatus status = EnterpriseStatus.ACTIVE;

    private int moves;
    private boolean aboveScale;
    private boolean aboveLimit;
    private boolean sample;

    @Enumerated(EnumType.STRING)
    private SizeClass sizeClass = SizeClass.INCOMPLETE;

    private @Nullable Integer sizeYear;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected Enterprise() {}

    Enterprise(String creditCode, @Nullable String codeReason, EnterpriseTerms terms, String initials, boolean sample) {
        this.creditCode = creditCode;
        this.codeReason = codeReason;
        this.kind = EnterpriseKind.of(creditCode);
        this.nameZh = terms.nameZh();
        this.initials = initials;
        this.industryCode = terms.industryCode();
        this.districtId = terms.districtId();
        this.foundedOn = terms.foundedOn();
        this.aboveScale = terms.aboveScale();
        this.aboveLimit = terms.aboveLimit();
        this.sample = sample;
    }

    void revise(EnterpriseTerms terms, String newInitials) {
        nameZh = terms.nameZh();
        initials = newInitials;
        industryCode = terms.industryCode();
        districtId = terms.districtId();
        foundedOn = terms.foundedOn();
        aboveScale = terms.aboveScale();
        aboveLimit = terms.aboveLimit();
    }

    /** Goes that way, as its next move. */
    void move(EnterpriseAction action) {
        if (!action.leavesFrom(status)) {
            throw new RuleRefused(Reason.on("action", "enterprise.refused.action", status));
        }
        status = action.to();
        moves++;
    }

    /** Takes the size of a year, unless that of a later one is known. */
    void take(int year, SizeClass size) {
        if (sizeYear == null || year >= sizeYear) {
            sizeYear = year;
            sizeClass = size;
        }
    }

    EnterpriseStatus status() {
        return status;
    }

    int moves() {
        return moves;
    }

    String creditCode() {
        return creditCode;
    }

    String nameZh() {
        return nameZh;
    }

    String industryCode() {
        return industryCode;
    }

    boolean aboveScale() {
        return aboveScale;
    }

    boolean aboveLimit() {
        return aboveLimit;
    }

    LocalDate foundedOn() {
        return foundedOn;
    }

    EnterpriseView view() {
        return new EnterpriseView(
                id(),
                version(),
                creditCode,
                codeReason,
                nameZh,
                kind,
                industryCode,
                districtId,
                foundedOn,
                status,
                aboveScale,
                aboveLimit,
                sample,
                sizeClass,
                sizeYear);
    }
}
