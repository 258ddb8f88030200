package fledge.identity;

import fledge.tenancy.CityOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** That somebody opened an account for themselves, and from which network. */
@Entity
@Immutable
@Table(name = "sign_up")
class SelfOpenedAccount extends CityOwned {

    @Column
    private UUID accountId;

    @Column // counted by
    private String network;

    @Column // counted by
    private Instant at;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected SelfOpenedAccount() {}

    SelfOpenedAccount(UUID accountId, String network, Instant at) {
        this.accountId = accountId;
        this.network = network;
        this.at = at;
    }
}
