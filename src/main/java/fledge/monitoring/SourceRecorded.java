package fledge.monitoring;

import fledge.kernel.AuditedEvent;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A pair of sources was set up, a value of the other source written down, or a difference explained. */
public record SourceRecorded(
        UUID id,
        String label,
        String way,
        Map<String, ?> before,
        Map<String, ?> after,
        @Nullable String reason) implements AuditedEvent {

    @Override
    public Subject subject() {
        return new Subject("source", id, label);
    }

    /** Source.PAIR, Source.RECORD or Source.EXPLAIN. */
    @Override
    public String action() {
        return "Source." + way;
    }
}
