package fledge.enterprise;

import fledge.kernel.AuditedEvent;
import java.util.Map;

/** The register, or what a filter left of it, was taken out as a file. */
public record EnterprisesExported(Subject subject, Map<String, String> after) implements AuditedEvent {

    public EnterprisesExported {
        after = Map.copyOf(after);
    }
}
