package fledge.exchange;

import fledge.tenancy.CityOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;

/** What was answered to a set of values sent under a key; the same set sent again gets the same answer. */
@Entity
class ApiWrite extends CityOwned {

    @Column
    private UUID tokenId;

    @Column
    private String idempotencyKey;

    private String requestHash;

    @Column
    private int status;

    private String answer;

    @Column
    private Instant at;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected ApiWrite() {}

    ApiWrite(UUID tokenId, String idempotencyKey, String requestHash, int status, String answer, Instant at) {
        this.tokenId = tokenId;
        this.idempotencyKey = idempotencyKey;
        this.requestHash = requestHash;
        this.status = status;
        this.answer = answer;
        this.at = at;
    }

    boolean isFor(String otherHash) {
        return requestHash.equals(otherHash);
    }

    String answer() {
        return answer;
    }
}
