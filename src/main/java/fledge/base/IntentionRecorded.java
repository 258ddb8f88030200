package fledge.base;

import fledge.kernel.AuditedEvent;
import java.util.Map;

/** What a document wants of the city's bases in number was written down. */
public record IntentionRecorded(Subject subject, Map<String, String> after) implements AuditedEvent {

    public IntentionRecorded {
        after = Map.copyOf(after);
    }
}
