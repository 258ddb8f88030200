package fledge.calendar.rules;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Working days (工作日): Monday to Friday, unless the calendar says otherwise of a date: a weekday off is a holiday, a weekend
 * worked makes up for one (调休).
 */
public final class WorkingDays {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** How far a calendar may reach without one working day before it counts as wrong. */
    private static final int LONGEST_BREAK = 60;

    private WorkingDays() {}

    /** The calendar with these exceptions: true for a weekend worked (调休), false for a holiday. */
    public static Predicate<LocalDate> calendar(Map<LocalDate, Boolean> exceptions) {
        Map<LocalDate, Boolean> copy = Map.copyOf(exceptions);
        return date -> copy.getOrDefault(date, !isWeekend(date));
    }

    /**
     * The n-th working day after a date, that date not counted; the date itself for 0. Example: three working days after
     * 2026-09-30 are 2026-10-08, 10-09 and 10-10, because 10-01 to 10-07 are off and Saturday 10-10 is worked.
     */
    public static LocalDate after(LocalDate date, int days, Predicate<LocalDate> isWorkingDay) {
        return step(date, days, 1, isWorkingDay);
    }

    /** The n-th working day before a date, that date not counted; the date itself for 0. */
    public static LocalDate before(LocalDate date, int days, Predicate<LocalDate> isWorkingDay) {
        return step(date, days, -1, isWorkingDay);
    }

    private static LocalDate step(LocalDate date, int days, int direction, Predicate<LocalDate> isWorkingDay) {
        if (days < 0) {
            throw new IllegalArgumentException("A number of working days is not negative: " + days);
        }
        LocalDate day = date;
        for (int left = days, idle = 0; left > 0; ) {
            day = day.plusDays(direction);
            idle = isWorkingDay.test(day) ? 0 : idle + 1;
            left -= idle == 0 ? 1 : 0;
            if (idle > LONGEST_BREAK) {
                throw new IllegalArgumentException("No working day for " + idle + " days up to " + day);
            }
        }
        return day;
    }

    /** How many working days lie after one date, up to and with another; negative when the other comes first. */
    public static int between(LocalDate from, LocalDate to, Predicate<LocalDate> isWorkingDay) {
        if (to.isBefore(from)) {
            return -between(to, from, isWorkingDay);
        }
        return (int)
                from.plusDays(1).datesUntil(to.plusDays(1)).filter(isWorkingDay).count();
    }

    /** The exclusive end of a day in Asia/Shanghai: what comes at that instant comes too late. */
    public static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    public static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
