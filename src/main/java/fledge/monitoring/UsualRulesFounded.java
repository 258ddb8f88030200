package fledge.monitoring;

import fledge.kernel.AuditedEvent;
import java.util.List;
import java.util.Map;

/** A programme got the plausibility rules that every programme begins with. */
public record UsualRulesFounded(Subject subject, List<String> kinds) implements AuditedEvent {

    @Override
    public Map<String, ?> after() {
        return Map.of("kinds", kinds);
    }
}
