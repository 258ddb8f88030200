package fledge.programme;

import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.tenancy.CityOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The split of one indicator's target (分解); drafted by one person and issued by another, once. */
@Entity
class AllocationPlan extends CityOwned {

    @Column
    private UUID indicatorId;

    @Enumerated(EnumType.STRING)
    private AllocationStatus status = AllocationStatus.DRAFT;

    @Column
    private UUID draftedBy;

    @Column
    private Instant draftedAt;

    private @Nullable String documentNo;
    private @Nullable Instant issuedAt;
    private @Nullable UUID issuedBy;

    protected AllocationPlan() {}

    AllocationPlan(UUID indicatorId, UUID draftedBy, Instant now) {
        this.indicatorId = indicatorId;
        this.draftedBy = draftedBy;
        this.draftedAt = now;
    }

    /** Every draft is a new version, whoever changes which part. */
    void draft(UUID person, Instant now) {
        requireDraft();
        draftedBy = person;
        draftedAt = now;
    }

    void issue(String documentNo, UUID person, Instant now) {
        requireDraft();
        if (person.equals(draftedBy)) {
            throw new RuleRefused(Reason.of("programme.apportionment.samePerson"));
        }
        this.status = AllocationStatus.ISSUED;
        this.documentNo = documentNo;
        this.issuedAt = now;
        this.issuedBy = person;
    }

    private void requireDraft() {
        if (status == AllocationStatus.ISSUED) {
            throw new RuleRefused(Reason.of("programme.apportionment.issued"));
        }
    }

    UUID indicatorId() {
        return indicatorId;
    }

    AllocationStatus status() {
        return status;
    }

    UUID draftedBy() {
        return draftedBy;
    }

    @Nullable
    String documentNo() {
        return documentNo;
    }

    @Nullable
    Instant issuedAt() {
        return issuedAt;
    }

    @Nullable
    UUID issuedBy() {
        return issuedBy;
    }
}
