package fledge.base;

import fledge.kernel.AuditedEvent;
import java.util.Map;

/** A base was entered in the register. */
public record BaseRegistered(Subject subject, Map<String, String> after) implements AuditedEvent {

    public BaseRegistered {
        after = Map.copyOf(after);
    }
}
