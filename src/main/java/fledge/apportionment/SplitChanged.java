package fledge.apportionment;

import fledge.kernel.AuditedEvent;
import java.util.Map;
import java.util.UUID;

/** The numbers, units or holders of an indicator's split were written in a target set. */
public record SplitChanged(UUID id, String label, Map<String, ?> before, Map<String, ?> after) implements AuditedEvent {

    @Override
    public Subject subject() {
        return new Subject("split", id, label);
    }
}
