package fledge.base;

import fledge.kernel.AuditedEvent;
import java.util.Map;

/** An enterprise moved into a base. */
public record EnterpriseMovedIn(Subject subject, Map<String, String> after) implements AuditedEvent {

    public EnterpriseMovedIn {
        after = Map.copyOf(after);
    }
}
