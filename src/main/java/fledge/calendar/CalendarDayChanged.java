package fledge.calendar;

import fledge.kernel.AuditedEvent;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A day of the working calendar was entered, corrected or taken out. */
public record CalendarDayChanged(
        LocalDate day,
        @Nullable CalendarDay earlier,
        @Nullable CalendarDay now) implements AuditedEvent {

    @Override
    public Subject subject() {
        return new Subject("calendar-day", new UUID(0, day.toEpochDay()), day.toString());
    }

    @Override
    public Map<String, ?> before() {
        return fields(earlier);
    }

    @Override
    public Map<String, ?> after() {
        return fields(now);
    }

    private static Map<String, ?> fields(@Nullable CalendarDay day) {
        return day == null ? Map.of() : Map.of("worked", day.worked(), "name", day.nameZh());
    }
}
