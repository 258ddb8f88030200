package fledge.enterprise;

import fledge.enterprise.rules.SizeClass;
import fledge.kernel.AuditedEvent;
import java.util.Map;
import java.util.UUID;

/** An officer decided the size of an enterprise whose industry the standard does not cover. */
public record SizeDecided(UUID enterpriseId, String nameZh, int year, SizeClass was, SizeClass is, String reason)
        implements AuditedEvent {

    @Override
    public Subject subject() {
        return new Subject("enterprise", enterpriseId, nameZh);
    }

    @Override
    public Map<String, ?> before() {
        return Map.of("size", was.name());
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("year", year, "size", is.name());
    }
}
