package fledge.tenancy;

import fledge.kernel.AuditedEvent;
import java.util.Map;
import java.util.UUID;

/** A city joined the platform. */
public record CityAdded(City city) implements AuditedEvent {

    @Override
    public Subject subject() {
        return new Subject("city", new UUID(0, city.id()), city.nameZh());
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("code", city.code(), "name", city.nameZh(), "divisionCode", city.divisionCode());
    }
}
