package fledge.base;

import fledge.kernel.AuditedEvent;
import java.util.Map;

/** One of several printed values was chosen, with a reason; from then on it counts. */
public record ClashSettled(Subject subject, Map<String, String> after, String reason) implements AuditedEvent {

    public ClashSettled {
        after = Map.copyOf(after);
    }
}
