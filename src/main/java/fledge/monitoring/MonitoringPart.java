package fledge.monitoring;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What another module adds to the pages of a round and of a return; null leaves it out for this person. */
public interface MonitoringPart {

    /** A template of the module with two fragments, {@code round} and {@code report}, that read {@code part}. */
    String template();

    @Nullable
    Object ofRound(UUID roundId);

    @Nullable
    Object ofReturn(UUID returnId);
}
