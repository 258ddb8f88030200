package fledge.base;

import fledge.kernel.AuditedEvent;
import java.util.Map;

/** An enterprise graduated from a base, or left it. */
public record ResidencyEnded(Subject subject, Map<String, String> after, String reason) implements AuditedEvent {

    public ResidencyEnded {
        after = Map.copyOf(after);
    }
}
