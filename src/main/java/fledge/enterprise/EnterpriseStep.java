package fledge.enterprise;

import fledge.tenancy.CityOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One change of an enterprise's registration, by the authority's date. */
@Entity
@Immutable
class EnterpriseStep extends CityOwned {

    @Column // read by queries
    private UUID enterpriseId;

    @Column // read by queries
    private int number;

    @Enumerated(EnumType.STRING)
    private EnterpriseAction action;

    @Enumerated(EnumType.STRING)
    @Column // what the guard of moves compares
    private EnterpriseStatus fromStatus;

    @Enumerated(EnumType.STRING)
    private EnterpriseStatus toStatus;

    private LocalDate since;
    private String reason;
    private @Nullable UUID personId;
    private Instant at;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected EnterpriseStep() {}

    EnterpriseStep(EnterpriseMoved moved, int number, @Nullable UUID personId, Instant at) {
        this.enterpriseId = moved.enterpriseId();
        this.number = number;
        this.action = moved.way();
        this.fromStatus = moved.from();
        this.toStatus = moved.to();
        this.since = moved.since();
        this.reason = moved.why();
        this.personId = personId;
        this.at = at;
    }

    LocalDate since() {
        return since;
    }

    EnterpriseFile.Step view() {
        return new EnterpriseFile.Step(action, toStatus, since, reason, personId, at);
    }
}
