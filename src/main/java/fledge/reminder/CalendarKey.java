package fledge.reminder;

import fledge.tenancy.CityOwned;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The secret in the address of somebody's calendar of deadlines; only its digest is kept. */
@Entity
class CalendarKey extends CityOwned {

    private UUID accountId;
    private String digest;
    private Instant madeAt;
    private @Nullable Instant revokedAt;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected CalendarKey() {}

    CalendarKey(UUID accountId, String digest, Instant now) {
        this.accountId = accountId;
        this.digest = digest;
        this.madeAt = now;
    }

    void revoke(Instant now) {
        revokedAt = now;
    }

    UUID accountId() {
        return accountId;
    }

    String digest() {
        return digest;
    }

    Instant madeAt() {
        return madeAt;
    }

    @Nullable
    Instant revokedAt() {
        return revokedAt;
    }
}
