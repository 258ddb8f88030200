package fledge.monitoring;

import fledge.kernel.Period;
import fledge.template.CollectedPeriods;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A period has been asked for as soon as it has a round. */
@Component
class CollectedRounds implements CollectedPeriods {

    private final RoundRepository rounds;

    CollectedRounds(RoundRepository rounds) {
        this.rounds = rounds;
    }

    @Override
    public Optional<Period> newest(UUID programmeId) {
        return rounds.findFirstByProgrammeIdOrderByPeriodDesc(programmeId).map(Round::period);
    }
}
