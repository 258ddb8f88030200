package fledge.base;

import fledge.kernel.AuditedEvent;
import java.util.Map;

/** What the ledger said of a residency was put right; only what differs is told. */
public record ResidencyCorrected(Subject subject, Map<String, String> before, Map<String, String> after, String reason)
        implements AuditedEvent {

    public ResidencyCorrected {
        before = Map.copyOf(before);
        after = Map.copyOf(after);
    }
}
