package fledge.monitoring;

import fledge.kernel.AuditedEvent;
import java.util.Map;

/** A reviewer judged the explanations of a return. */
public record ExplanationsJudged(Subject subject, Map<String, String> verdicts) implements AuditedEvent {

    @Override
    public Map<String, ?> after() {
        return verdicts;
    }
}
