package fledge.programme;

import fledge.kernel.AuditedEvent;
import java.util.Map;
import java.util.UUID;

/** An indicator of a draft programme was changed. */
public record IndicatorRevised(UUID id, String label, Map<String, ?> before, Map<String, ?> after)
        implements AuditedEvent {

    @Override
    public Subject subject() {
        return new Subject("indicator", id, label);
    }
}
