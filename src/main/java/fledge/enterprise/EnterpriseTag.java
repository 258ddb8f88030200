package fledge.enterprise;

import fledge.tenancy.CityOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A recognition of an enterprise (企业标签) with its dates; what was recorded wrongly is withdrawn and stays to be seen. */
@Entity
class EnterpriseTag extends CityOwned {

    @Column // read by queries
    private UUID enterpriseId;

    @Enumerated(EnumType.STRING)
    private TagKind tag;

    private LocalDate grantedOn;
    private @Nullable LocalDate expiresOn;
    private String document;
    private @Nullable UUID recordedBy;

    @Column // kept beside the person
    private Instant recordedAt;

    private @Nullable Instant withdrawnAt;

    @Column // kept beside the reason
    private @Nullable UUID withdrawnBy;

    private @Nullable String withdrawnFor;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected EnterpriseTag() {}

    EnterpriseTag(UUID enterpriseId, NewTag granted, @Nullable UUID by, Instant now) {
        this.enterpriseId = enterpriseId;
        this.tag = granted.kind();
        this.grantedOn = granted.grantedOn();
        this.expiresOn = granted.expiresOn();
        this.document = granted.document();
        this.recordedBy = by;
        this.recordedAt = now;
    }

    void withdraw(String reason, @Nullable UUID by, Instant now) {
        withdrawnFor = reason;
        withdrawnBy = by;
        withdrawnAt = now;
    }

    boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    EnterpriseFile.Tag view() {
        return new EnterpriseFile.Tag(id(), tag, grantedOn, expiresOn, document, recordedBy, withdrawnFor);
    }
}
