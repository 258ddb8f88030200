package fledge.base;

import fledge.kernel.AuditedEvent;
import java.util.Map;

/** The residents of a base, or what a filter left of them, were taken out as a file. */
public record ResidentsExported(Subject subject, Map<String, String> after) implements AuditedEvent {

    public ResidentsExported {
        after = Map.copyOf(after);
    }
}
