package fledge.calendar;

import fledge.kernel.AuditedEvent;
import java.util.Map;
import java.util.UUID;

/** A year of the working calendar was begun, or its announcement entered. */
public record CalendarYearEntered(int year, boolean announced, String source) implements AuditedEvent {

    @Override
    public Subject subject() {
        return new Subject("calendar-year", new UUID(0, year), Integer.toString(year));
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("announced", announced, "source", source);
    }
}
