package fledge.base;

import fledge.tenancy.CityOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** That an indicator of a return is what the ledger of residents counts as well; written once. */
@Entity
@Immutable
class LedgerComparison extends CityOwned {

    private UUID indicatorId;

    @Enumerated(EnumType.STRING)
    private LedgerFigure figure;

    private UUID setBy;
    private Instant setAt;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected LedgerComparison() {}

    LedgerComparison(UUID indicatorId, LedgerFigure figure, UUID person, Instant now) {
        this.indicatorId = indicatorId;
        this.figure = figure;
        this.setBy = person;
        this.setAt = now;
    }

    UUID indicatorId() {
        return indicatorId;
    }

    LedgerFigure figure() {
        return figure;
    }

    UUID setBy() {
        return setBy;
    }

    Instant setAt() {
        return setAt;
    }
}
