package fledge.apportionment;

import fledge.kernel.Quarter;
import java.util.Optional;
import java.util.UUID;

/** Asked before an amendment: how far a programme has been assessed. Who keeps the rounds answers. */
public interface AssessedPeriods {

    /** The newest quarter whose round is over; nothing reaches back into it. */
    Optional<Quarter> newest(UUID programmeId);
}
