package fledge.identity;

import fledge.kernel.AuditedEvent;
import java.util.Map;

/** A unit was added to the city. */
public record UnitAdded(UnitView unit) implements AuditedEvent {

    @Override
    public Subject subject() {
        return new Subject("unit", unit.id(), unit.nameZh());
    }

    @Override
    public Map<String, ?> after() {
        return Map.of(
                "code",
                unit.code(),
                "nameZh",
                unit.nameZh(),
                "kind",
                unit.kind().name());
    }
}
