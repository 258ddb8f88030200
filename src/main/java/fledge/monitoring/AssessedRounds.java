package fledge.monitoring;

import fledge.apportionment.AssessedPeriods;
import fledge.kernel.Period;
import fledge.kernel.Quarter;
import fledge.tenancy.PortalClock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A quarter has been assessed once its round, or that of a month of it, is over. */
@Component
class AssessedRounds implements AssessedPeriods {

    private final RoundRepository rounds;
    private final PortalClock clock;

    AssessedRounds(RoundRepository rounds, PortalClock clock) {
        this.rounds = rounds;
        this.clock = clock;
    }

    @Override
    public Optional<Quarter> newest(UUID programmeId) {
        return rounds.newestOver(programmeId, clock.now()).map(Period::ofIndex).map(Period::quarter);
    }
}
