package fledge.enterprise;

import fledge.kernel.AuditedEvent;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** An enterprise took a step of growth that programmes count. */
public record EnterpriseGrew(UUID enterpriseId, String nameZh, NewGrowth growth) implements AuditedEvent {

    @Override
    public Subject subject() {
        return new Subject("enterprise", enterpriseId, nameZh);
    }

    @Override
    public Map<String, ?> after() {
        return Map.of(
                "growth", growth.kind().name(),
                "happenedOn", growth.happenedOn().toString(),
                "evidence", growth.evidence(),
                "formerCode", Objects.requireNonNullElse(growth.formerCode(), ""));
    }
}
