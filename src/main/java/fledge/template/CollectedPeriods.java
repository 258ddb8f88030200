package fledge.template;

import fledge.kernel.Period;
import java.util.Optional;
import java.util.UUID;

/** Asked before a version is approved: what has been asked for already. Who keeps the rounds answers. */
public interface CollectedPeriods {

    /** The newest period of a programme that has a round; no version reaches back into it. */
    Optional<Period> newest(UUID programmeId);
}
