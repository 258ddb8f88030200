package fledge.monitoring;

import fledge.kernel.AuditedEvent;
import java.util.Map;

/** A reason to choose from in explanations was added. */
public record ReasonAdded(Subject subject, String code) implements AuditedEvent {

    @Override
    public Map<String, ?> after() {
        return Map.of("code", code);
    }
}
