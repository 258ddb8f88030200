package fledge.programme;

import fledge.kernel.Quarter;
import java.util.Optional;
import java.util.UUID;

/** What a programme has to know of the returns made for it; asked before a definition changes, answered by who counts. */
public interface ReportedQuarters {

    /** The last quarter of a programme that is over, or for which a return is signed already. */
    Optional<Quarter> lastSettled(UUID programmeId);
}
