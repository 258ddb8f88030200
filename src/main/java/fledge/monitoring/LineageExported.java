package fledge.monitoring;

import fledge.kernel.AuditedEvent;
import java.util.Map;

/** Somebody took the lineage of an indicator out of the portal. */
public record LineageExported(Subject subject, Map<String, String> details) implements AuditedEvent {

    @Override
    public Map<String, ?> after() {
        return details;
    }
}
