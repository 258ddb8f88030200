package fledge.monitoring;

import fledge.kernel.AuditedEvent;
import java.util.Map;

/** A new version of a plausibility rule was written down. */
public record RuleDrafted(Subject subject, Map<String, String> terms) implements AuditedEvent {

    @Override
    public Map<String, ?> after() {
        return terms;
    }
}
