package fledge.monitoring;

import fledge.kernel.AuditedEvent;
import java.util.Map;

/** A unit explained what the checks had found in its return. */
public record ExplanationsGiven(Subject subject, Map<String, String> explanations) implements AuditedEvent {

    @Override
    public Map<String, ?> after() {
        return explanations;
    }
}
