package fledge.counting;

import fledge.kernel.AuditedEvent;
import java.util.Map;

/** An indicator was said to count facts of a register. */
public record IndicatorCounted(Subject subject, Map<String, String> after) implements AuditedEvent {

    public IndicatorCounted {
        after = Map.copyOf(after);
    }
}
