package fledge.monitoring.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Predicate;

/** Working days (工作日): Monday to Friday, unless the city's calendar says otherwise of a date. */
public final class WorkingDays {

    /** How far a calendar may reach without one working day before it counts as wrong. */
    private static final int LONGEST_BREAK = 60;

    private WorkingDays() {}

    /** The calendar with these exceptions: true for a weekend worked (调休), false for a holiday. */
    public static Predicate<LocalDate> calendar(Map<LocalDate, Boolean> exceptions) {
        Map<LocalDate, Boolean> copy = Map.copyOf(exceptions);
        return date -> copy.getOrDefault(date, !isWeekend(date));
    }

    /** The n-th working day after a date, that date not counted; the date itself for 0. */
    public static LocalDate after(LocalDate date, int days, Predicate<LocalDate> isWorkingDay) {
        if (days < 0) {
            throw new IllegalArgumentException("Working days are counted forward, not " + days);
        }
        LocalDate day = date;
        for (int left = days, idle = 0; left > 0; ) {
            day = day.plusDays(1);
            idle = isWorkingDay.test(day) ? 0 : idle + 1;
            left -= idle == 0 ? 1 : 0;
            if (idle > LONGEST_BREAK) {
                throw new IllegalArgumentException("No working day for " + idle + " days before " + day);
            }
        }
        return day;
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
