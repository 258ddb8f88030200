package fledge.monitoring;

import fledge.kernel.Period;
import fledge.kernel.Quarter;
import fledge.programme.ReportedQuarters;
import fledge.tenancy.PortalClock;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells the programme how far its quarters are settled: over, or with a return that somebody signed. */
@Component
class SettledQuarters implements ReportedQuarters {

    private final RoundRepository rounds;
    private final PortalClock clock;

    SettledQuarters(RoundRepository rounds, PortalClock clock) {
        this.rounds = rounds;
        this.clock = clock;
    }

    @Override
    public Optional<Quarter> lastSettled(UUID programmeId) {
        return rounds.settled(programmeId, clock.now()).stream()
                .map(period -> Period.ofIndex(period).quarter())
                .max(Comparator.naturalOrder());
    }
}
