package fledge.apportionment;

import fledge.apportionment.rules.Whole;
import fledge.programme.rules.Operator;
import fledge.tenancy.CityOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the parts must come to, as it stood when the set was circulated. */
@Entity
@SuppressWarnings("UnusedVariable") // read by the database only
class SplitWhole extends CityOwned {

    private UUID setId;
    private UUID indicatorId;
    private int year;
    private boolean cumulative;

    @Enumerated(EnumType.STRING)
    private Operator operator;

    private BigDecimal target;
    private @Nullable BigDecimal upper;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected SplitWhole() {}

    SplitWhole(UUID setId, UUID indicatorId, Whole whole) {
        this.setId = setId;
        this.indicatorId = indicatorId;
        this.year = whole.year();
        this.cumulative = whole.cumulative();
        this.operator = whole.operator();
        this.target = whole.target();
        this.upper = whole.upper();
    }
}
