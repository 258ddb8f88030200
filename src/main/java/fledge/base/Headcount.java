package fledge.base;

import fledge.tenancy.CityOwned;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;

/** How many people a resident employs as of a day (就业人数); a newer number of the same day takes its place. */
@Entity
@DynamicUpdate
class Headcount extends CityOwned {

    private UUID residencyId;
    private LocalDate asOf;
    private int people;
    private UUID recordedBy;
    private Instant recordedAt;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected Headcount() {}

    Headcount(UUID residencyId, LocalDate asOf, int people, UUID person, Instant now) {
        this.residencyId = residencyId;
        this.asOf = asOf;
        write(people, person, now);
    }

    final void write(int number, UUID person, Instant now) {
        people = number;
        recordedBy = person;
        recordedAt = now;
    }

    UUID residencyId() {
        return residencyId;
    }

    int people() {
        return people;
    }

    HeadcountView view() {
        return new HeadcountView(asOf, people, recordedBy, recordedAt);
    }
}
