package fledge.base;

import fledge.kernel.AuditedEvent;
import java.util.Map;

/** Documents were found to print several values of a number of a base, which from then on counts nowhere. */
public record ClashFound(Subject subject, Map<String, String> after) implements AuditedEvent {

    public ClashFound {
        after = Map.copyOf(after);
    }
}
