package fledge.base;

import fledge.kernel.AuditedEvent;
import java.util.Map;

/** What a document wants of the city's bases was put right; only what differs is told. */
public record IntentionCorrected(Subject subject, Map<String, String> before, Map<String, String> after, String reason)
        implements AuditedEvent {

    public IntentionCorrected {
        before = Map.copyOf(before);
        after = Map.copyOf(after);
    }
}
