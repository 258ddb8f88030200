package fledge.base;

import fledge.kernel.AuditedEvent;
import java.util.Map;

/** A promised or reached result of a base was written down, or written down anew. */
public record ResultRecorded(Subject subject, Map<String, String> before, Map<String, String> after)
        implements AuditedEvent {

    public ResultRecorded {
        before = Map.copyOf(before);
        after = Map.copyOf(after);
    }
}
