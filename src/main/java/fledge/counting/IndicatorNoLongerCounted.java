package fledge.counting;

import fledge.kernel.AuditedEvent;
import java.util.Map;

/** An indicator counts facts of a register no longer. */
public record IndicatorNoLongerCounted(Subject subject, Map<String, String> before) implements AuditedEvent {

    public IndicatorNoLongerCounted {
        before = Map.copyOf(before);
    }
}
