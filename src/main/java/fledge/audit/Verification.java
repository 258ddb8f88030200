package fledge.audit;

import fledge.audit.rules.Fault;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The result of a walk along the whole chain: how many entries were good, where it ends, and the first bad one. */
public record Verification(
        Instant at, long entries, String headHash, @Nullable Break firstBad) {

    public boolean intact() {
        return firstBad == null;
    }

    /** The first entry that is wrong, and how. */
    public record Break(long seq, Fault fault) {}
}
