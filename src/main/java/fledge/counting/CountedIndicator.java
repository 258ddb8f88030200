package fledge.counting;

import fledge.tenancy.CityOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** That an indicator counts facts of a register. */
@Entity
@Immutable
class CountedIndicator extends CityOwned {

    private UUID indicatorId;

    @Enumerated(EnumType.STRING)
    private CountedFact fact;

    @Column // kept beside the trail
    private UUID setBy;

    @Column // kept beside the person
    private Instant setAt;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected CountedIndicator() {}

    CountedIndicator(UUID indicatorId, CountedFact fact, UUID person, Instant now) {
        this.indicatorId = indicatorId;
        this.fact = fact;
        this.setBy = person;
        this.setAt = now;
    }

    UUID indicatorId() {
        return indicatorId;
    }

    CountedFact fact() {
        return fact;
    }
}
