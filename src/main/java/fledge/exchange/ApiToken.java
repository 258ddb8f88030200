package fledge.exchange;

import fledge.tenancy.CityOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What another system shows instead of a password; only its hash is kept. It acts as one preparer in one unit and programme. */
@Entity
class ApiToken extends CityOwned {

    private UUID accountId;
    private UUID personId;
    private UUID unitId;
    private UUID programmeId;
    private String label;
    private String hint;

    @Column
    private String secretHash;

    private UUID issuedBy;
    private Instant issuedAt;
    private Instant expiresAt;
    private @Nullable Instant lastUsedAt;

    @Column
    private @Nullable UUID revokedBy;

    private @Nullable Instant revokedAt;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected ApiToken() {}

    ApiToken(
            UUID accountId,
            UUID personId,
            UUID unitId,
            UUID programmeId,
            String label,
            TokenSecret secret,
            UUID issuedBy,
            Instant issuedAt,
            Instant expiresAt) {
        this.accountId = accountId;
        this.personId = personId;
        this.unitId = unitId;
        this.programmeId = programmeId;
        this.label = label;
        this.hint = secret.hint();
        this.secretHash = secret.hash();
        this.issuedBy = issuedBy;
        this.issuedAt = issuedAt;
        this.expiresAt = expiresAt;
    }

    boolean isValidAt(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    void use(Instant now) {
        lastUsedAt = now;
    }

    void revoke(UUID by, Instant now) {
        revokedBy = by;
        revokedAt = now;
    }

    UUID accountId() {
        return accountId;
    }

    UUID unitId() {
        return unitId;
    }

    String label() {
        return label;
    }

    ApiTokenView view(Instant now) {
        return new ApiTokenView(
                id(),
                accountId,
                personId,
                unitId,
                programmeId,
                label,
                hint,
                issuedBy,
                issuedAt,
                expiresAt,
                lastUsedAt,
                revokedAt,
                isValidAt(now));
    }
}
