package fledge.base.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A time in a base: from its first day to the day before {@code until}; without that it still lasts.
 *
 * <p>On a day D: from ≤ D and D &lt; until. Two stays overlap when each begins before the other is over. The day of graduating or
 * leaving is the first that no longer counts, so somebody may come back on that very day.
 *
 * <p>Clause: seed 002 (入驻企业, 累计毕业企业), which counts as of a day. Example: from 2026-03-01 until 2026-09-01 is a stay on
 * 2026-08-31 and none on 2026-09-01; it overlaps one from 2026-08-31, and none from 2026-09-01.
 */
public record Stay(LocalDate from, @Nullable LocalDate until) {

    public boolean isOn(LocalDate day) {
        return !from.isAfter(day) && (until == null || day.isBefore(until));
    }

    public boolean overlaps(Stay other) {
        return (other.until == null || from.isBefore(other.until)) && (until == null || other.from.isBefore(until));
    }
}
