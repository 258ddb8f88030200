package fledge.template;

import fledge.kernel.AuditedEvent;
import java.util.Map;

/** A version of a report template went from one state to another. */
public record TemplateMoved(Subject subject, TemplateAction way, TemplateStatus from, TemplateStatus to)
        implements AuditedEvent {

    @Override
    public Map<String, ?> before() {
        return Map.of("status", from.name());
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("status", to.name());
    }

    @Override
    public String action() {
        return "Template." + way.name();
    }
}
