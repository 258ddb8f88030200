package fledge.apportionment;

import fledge.kernel.AuditedEvent;
import java.util.Map;
import java.util.UUID;

/** Another draft of a decomposition was begun. */
public record TargetSetDrafted(UUID id, String label, Map<String, ?> after) implements AuditedEvent {

    @Override
    public Subject subject() {
        return new Subject("target-set", id, label);
    }
}
