package fledge.monitoring;

import fledge.kernel.Period;
import java.util.UUID;

/** A finding of a rule and the return it is in, read together. */
record HitRow(ReturnFinding finding, UUID unitId, int period, int edition) {

    RuleHit view() {
        return new RuleHit(finding.returnId(), unitId, Period.ofIndex(period), edition, finding.view());
    }
}
