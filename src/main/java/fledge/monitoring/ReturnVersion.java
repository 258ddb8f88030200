package fledge.monitoring;

import fledge.tenancy.CityOwned;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

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
    private @Nullable UUID preparedFor;
    private UUID certifiedBy;
    private @Nullable UUID certifiedFor;
    private Instant certifiedAt;
    private boolean timely;

    /** Who prepared and who certified it, and for whom if by delegation. */
    record Signatures(
            UUID preparedBy,
            @Nullable UUID preparedFor,
            UUID certifiedBy,
            @Nullable UUID certifiedFor) {}

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected ReturnVersion() {}

    ReturnVersion(
            UUID returnId,
            int number,
            String receipt,
            SignedContent signed,
            Signatures signatures,
            Instant certifiedAt,
            boolean timely) {
        this.returnId = returnId;
        this.number = number;
        this.receipt = receipt;
        this.content = signed.text();
        this.hash = signed.hash();
        this.preparedBy = signatures.preparedBy();
        this.preparedFor = signatures.preparedFor();
        this.certifiedBy = signatures.certifiedBy();
        this.certifiedFor = signatures.certifiedFor();
        this.certifiedAt = certifiedAt;
        this.timely = timely;
    }

    UUID preparedBy() {
        return preparedBy;
    }

    UUID certifiedBy() {
        return certifiedBy;
    }

    Instant certifiedAt() {
        return certifiedAt;
    }

    UUID returnId() {
        return returnId;
    }

    String content() {
        return content;
    }

    VersionView view() {
        return new VersionView(
                id(),
                returnId,
                number,
                receipt,
                hash,
                preparedBy,
                preparedFor,
                certifiedBy,
                certifiedFor,
                certifiedAt,
                timely);
    }
}
