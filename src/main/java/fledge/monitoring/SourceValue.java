package fledge.monitoring;

import fledge.kernel.Quarter;
import fledge.tenancy.CityOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What another source says of a quarter, by which document, and why it differs from what was reported. */
@Entity
class SourceValue extends CityOwned {

    private UUID pairId;
    private int period;
    private BigDecimal value;
    private String documentRef;
    private UUID recordedBy;
    private Instant recordedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable DifferenceReason reasonCode;

    private @Nullable String explanation;
    private @Nullable BigDecimal explainedReported;
    private @Nullable UUID explainedBy;
    private @Nullable Instant explainedAt;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected SourceValue() {}

    SourceValue(UUID pairId, Quarter quarter, BigDecimal value, String documentRef, UUID person, Instant now) {
        this.pairId = pairId;
        this.period = quarter.index();
        record(value, documentRef, person, now);
    }

    /** Another value asks for another explanation. */
    final void record(BigDecimal value, String documentRef, UUID person, Instant now) {
        if (this.value == null || this.value.compareTo(value) != 0) {
            reasonCode = null;
            explanation = null;
            explainedReported = null;
            explainedBy = null;
            explainedAt = null;
        }
        this.value = value;
        this.documentRef = documentRef;
        this.recordedBy = person;
        this.recordedAt = now;
    }

    void explain(DifferenceReason code, String text, BigDecimal reported, UUID person, Instant now) {
        reasonCode = code;
        explanation = text;
        explainedReported = reported;
        explainedBy = person;
        explainedAt = now;
    }

    /** Whether the difference to that number is explained. */
    boolean explains(BigDecimal reported) {
        return explainedReported != null && explainedReported.compareTo(reported) == 0;
    }

    UUID pairId() {
        return pairId;
    }

    Quarter quarter() {
        return Quarter.ofIndex(period);
    }

    BigDecimal value() {
        return value;
    }

    String documentRef() {
        return documentRef;
    }

    UUID recordedBy() {
        return recordedBy;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    @Nullable
    DifferenceReason reasonCode() {
        return reasonCode;
    }

    @Nullable
    String explanation() {
        return explanation;
    }

    @Nullable
    UUID explainedBy() {
        return explainedBy;
    }

    @Nullable
    Instant explainedAt() {
        return explainedAt;
    }
}
