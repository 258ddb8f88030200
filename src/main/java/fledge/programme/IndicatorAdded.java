package fledge.programme;

import fledge.kernel.AuditedEvent;
import java.util.Map;
import java.util.UUID;

/** An indicator was added to a draft programme. */
public record IndicatorAdded(UUID id, String label, Map<String, ?> after) implements AuditedEvent {

    @Override
    public Subject subject() {
        return new Subject("indicator", id, label);
    }
}
