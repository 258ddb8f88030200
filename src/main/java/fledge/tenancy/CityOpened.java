package fledge.tenancy;

import fledge.kernel.AuditedEvent;
import java.util.Map;
import java.util.UUID;

/** A city's portal was opened, or was suspended. */
public record CityOpened(City city, boolean open, String reason) implements AuditedEvent {

    @Override
    public Subject subject() {
        return new Subject("city", new UUID(0, city.id()), city.nameZh());
    }

    @Override
    public Map<String, ?> before() {
        return Map.of("open", !open);
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("open", open);
    }

    @Override
    public String action() {
        return open ? "CityOpened" : "CitySuspended";
    }
}
