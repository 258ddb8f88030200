package fledge.base;

import fledge.kernel.AuditedEvent;
import java.util.Map;

/** A base applied to be recognised at a level. */
public record RecognitionApplied(Subject subject, Map<String, String> after) implements AuditedEvent {

    public RecognitionApplied {
        after = Map.copyOf(after);
    }
}
