package fledge.monitoring;

import fledge.kernel.Period;
import fledge.tenancy.CityOwned;
import jakarta.persistence.Entity;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** How many of a past period's figures a rule would have hit, when it was tried. */
@Entity
@Immutable
class RuleTrial extends CityOwned {

    private UUID ruleId;
    private int period;
    private int judged;
    private int hits;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected RuleTrial() {}

    RuleTrial(UUID ruleId, Trial trial) {
        this.ruleId = ruleId;
        this.period = trial.period().index();
        this.judged = trial.judged();
        this.hits = trial.hits();
    }

    UUID ruleId() {
        return ruleId;
    }

    Trial view() {
        return new Trial(Period.ofIndex(period), judged, hits);
    }
}
