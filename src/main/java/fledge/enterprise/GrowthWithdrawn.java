package fledge.enterprise;

import fledge.kernel.AuditedEvent;
import java.util.Map;
import java.util.UUID;

/** A step of growth that was recorded wrongly counts no longer. */
public record GrowthWithdrawn(UUID enterpriseId, String nameZh, GrowthKind growth, String reason)
        implements AuditedEvent {

    @Override
    public Subject subject() {
        return new Subject("enterprise", enterpriseId, nameZh);
    }

    @Override
    public Map<String, ?> before() {
        return Map.of("growth", growth.name());
    }
}
