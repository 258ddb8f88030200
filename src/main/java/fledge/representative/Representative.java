package fledge.representative;

import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.tenancy.CityOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** The claim of an account to act for an enterprise, and what became of it; the enterprise is known at the latest when it is confirmed. */
@Entity
@DynamicUpdate
class Representative extends CityOwned {

    private int moves;
    private UUID accountId;
    private UUID personId;
    private String creditCode;
    private String enterpriseName;
    private @Nullable UUID enterpriseId;

    @Enumerated(EnumType.STRING)
    private Capacity capacity;

    private String grounds;
    private Instant claimedAt;

    @Enumerated(EnumType.STRING)
    private RepresentativeStatus status;

    private Instant since;
    private @Nullable UUID confirmedBy;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected Representative() {}

    Representative(UUID accountId, UUID personId, Claim claim, @Nullable UUID enterpriseId, Instant now) {
        this.accountId = accountId;
        this.personId = personId;
        this.creditCode = claim.creditCode();
        this.enterpriseName = claim.enterpriseName();
        this.enterpriseId = enterpriseId;
        this.capacity = claim.chosen();
        this.grounds = claim.grounds();
        this.claimedAt = now;
        this.status = RepresentativeStatus.CLAIMED;
        this.since = now;
    }

    void confirm(UUID enterprise, UUID by, Instant now) {
        if (by.equals(personId)) {
            throw new RuleRefused(Reason.of("representative.refused.oneself"));
        }
        move(RepresentativeAction.CONFIRM, now);
        enterpriseId = enterprise;
        confirmedBy = by;
    }

    void refuse(UUID by, Instant now) {
        if (by.equals(personId)) {
            throw new RuleRefused(Reason.of("representative.refused.oneself"));
        }
        move(RepresentativeAction.REFUSE, now);
    }

    void withdraw(Instant now) {
        move(RepresentativeAction.WITHDRAW, now);
    }

    void end(Instant now) {
        move(RepresentativeAction.END, now);
    }

    private void move(RepresentativeAction action, Instant now) {
        if (status != action.from()) {
            throw new RuleRefused(Reason.of("representative.refused.state", status, action));
        }
        status = action.to();
        since = now;
        moves++;
    }

    int moves() {
        return moves;
    }

    RepresentativeView view() {
        return new RepresentativeView(
                id(),
                accountId,
                personId,
                creditCode,
                enterpriseName,
                enterpriseId,
                capacity,
                grounds,
                claimedAt,
                status,
                since,
                confirmedBy);
    }
}
