package fledge.apportionment;

import fledge.tenancy.CityOwned;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** An issued edition of a target set as it was: canonical content and its hash. */
@Entity
@Immutable
class TargetEdition extends CityOwned {

    private UUID setId;
    private int number;
    private String content;
    private String hash;
    private String documentNo;
    private Instant issuedAt;
    private @Nullable UUID amendmentId;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected TargetEdition() {}

    TargetEdition(
            UUID setId,
            int number,
            String content,
            String hash,
            String documentNo,
            Instant issuedAt,
            @Nullable UUID amendmentId) {
        this.setId = setId;
        this.number = number;
        this.content = content;
        this.hash = hash;
        this.documentNo = documentNo;
        this.issuedAt = issuedAt;
        this.amendmentId = amendmentId;
    }

    EditionView view() {
        return new EditionView(setId, number, content, hash, documentNo, issuedAt, amendmentId);
    }
}
