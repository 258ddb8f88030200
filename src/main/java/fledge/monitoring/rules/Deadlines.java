package fledge.monitoring.rules;

import fledge.calendar.rules.WorkingDays;
import fledge.kernel.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Predicate;

/**
 * When a return is due, when entry closes, and when an accepted return is locked; each the first instant that is too late.
 *
 * <p>Each is the end (24:00, Asia/Shanghai) of the n-th working day after the period's last day. Example: ten working days
 * after 2026-06-30, without holidays, end with 2026-07-14, so what arrives at 2026-07-15T00:00+08:00 is late.
 */
public record Deadlines(Instant due, Instant entryEnd, Instant editEnd) {

    public Deadlines {
        if (entryEnd.isBefore(due) || editEnd.isBefore(entryEnd)) {
            throw new IllegalArgumentException("Due, end of entry and end of editing follow each other");
        }
    }

    /** Working days after the period's end, each counted from that end. */
    public record Days(int due, int entry, int edit) {}

    /** The deadlines of a period's return under that calendar of working days. */
    public static Deadlines of(Period period, Days days, Predicate<LocalDate> isWorkingDay) {
        return new Deadlines(
                WorkingDays.endOf(WorkingDays.after(period.end(), days.due(), isWorkingDay)),
                WorkingDays.endOf(WorkingDays.after(period.end(), days.entry(), isWorkingDay)),
                WorkingDays.endOf(WorkingDays.after(period.end(), days.edit(), isWorkingDay)));
    }
}
