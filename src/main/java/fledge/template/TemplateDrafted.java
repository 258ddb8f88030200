package fledge.template;

import fledge.kernel.AuditedEvent;
import java.util.Map;

/** A new version of a report template was written down. */
public record TemplateDrafted(Subject subject, Map<String, String> terms) implements AuditedEvent {

    public TemplateDrafted {
        terms = Map.copyOf(terms);
    }

    @Override
    public Map<String, ?> after() {
        return terms;
    }
}
