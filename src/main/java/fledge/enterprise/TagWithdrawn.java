package fledge.enterprise;

import fledge.kernel.AuditedEvent;
import java.util.Map;
import java.util.UUID;

/** A recognition that was recorded wrongly counts no longer. */
public record TagWithdrawn(UUID enterpriseId, String nameZh, TagKind tag, String reason) implements AuditedEvent {

    @Override
    public Subject subject() {
        return new Subject("enterprise", enterpriseId, nameZh);
    }

    @Override
    public Map<String, ?> before() {
        return Map.of("tag", tag.name());
    }
}
