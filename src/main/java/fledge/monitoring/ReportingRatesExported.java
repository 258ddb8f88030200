package fledge.monitoring;

import fledge.kernel.AuditedEvent;
import java.util.Map;

/** Somebody took the reporting rates of a programme out of the portal. */
public record ReportingRatesExported(Subject subject, int rows) implements AuditedEvent {

    @Override
    public Map<String, ?> after() {
        return Map.of("rows", rows);
    }
}
