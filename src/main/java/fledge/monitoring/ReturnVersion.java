package fledge.monitoring;

import fledge.tenancy.CityOwned;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A certified version: the content exactly as it was signed, and its hash; never changed. */
@Entity
@Immutable
class ReturnVersion extends CityOwned {

    private UUID returnId;
    private int number;
    private String receipt;
    private String content;
    private String hash;
    private UUID preparedBy;
    private UUID certifiedBy;
    private Instant certifiedAt;
    private boolean timely;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected ReturnVersion() {}

    ReturnVersion(
            UUID returnId,
            int number,
            String receipt,
            SignedContent signed,
            UUID preparedBy,
            UUID certifiedBy,
            Instant certifiedAt,
            boolean timely) {
        this.returnId = returnId;
        this.number = number;
        this.receipt = receipt;
        this.content = signed.text();
        this.hash = signed.hash();
        this.preparedBy = preparedBy;
        this.certifiedBy = certifiedBy;
        this.certifiedAt = certifiedAt;
        this.timely = timely;
    }

    UUID returnId() {
        return returnId;
    }

    String content() {
        return content;
    }

    VersionView view() {
        return new VersionView(id(), returnId, number, receipt, hash, preparedBy, certifiedBy, certifiedAt, timely);
    }
}
