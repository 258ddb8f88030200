package fledge.apportionment;

import fledge.tenancy.CityOwned;
import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The number that an amendment puts in the place of a line's. */
@Entity
class AmendmentChange extends CityOwned {

    private UUID setId;
    private UUID amendmentId;
    private UUID lineId;
    private BigDecimal value;
    private @Nullable BigDecimal denominator;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected AmendmentChange() {}

    AmendmentChange(TargetAmendment amendment, UUID lineId, BigDecimal value, @Nullable BigDecimal denominator) {
        this.setId = amendment.setId();
        this.amendmentId = amendment.id();
        this.lineId = lineId;
        this.value = value;
        this.denominator = denominator;
    }

    void write(BigDecimal value, @Nullable BigDecimal denominator) {
        this.value = value;
        this.denominator = denominator;
    }

    UUID setId() {
        return setId;
    }

    UUID amendmentId() {
        return amendmentId;
    }

    UUID lineId() {
        return lineId;
    }

    BigDecimal value() {
        return value;
    }

    @Nullable
    BigDecimal denominator() {
        return denominator;
    }
}
