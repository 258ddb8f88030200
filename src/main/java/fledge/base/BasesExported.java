package fledge.base;

import fledge.kernel.AuditedEvent;
import java.util.Map;

/** The register, or what a filter left of it, was taken out as a file. */
public record BasesExported(Subject subject, Map<String, String> after) implements AuditedEvent {

    public BasesExported {
        after = Map.copyOf(after);
    }
}
