package fledge.audit;

import fledge.kernel.AuditedEvent;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody took entries out of the portal. */
public record TrailExported(
        UUID id,
        String cityName,
        @Nullable LocalDate from,
        @Nullable LocalDate to) implements AuditedEvent {

    @Override
    public Subject subject() {
        return new Subject("chain", id, cityName);
    }

    @Override
    public Map<String, ?> after() {
        var after = new HashMap<String, Object>();
        if (from != null) {
            after.put("from", from);
        }
        if (to != null) {
            after.put("to", to);
        }
        return after;
    }
}
