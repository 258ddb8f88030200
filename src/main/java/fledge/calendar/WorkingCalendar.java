package fledge.calendar;

import fledge.calendar.rules.WorkingDays;
import fledge.tenancy.PortalClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Counts working days by the calendar in force. A deadline is counted once and then kept with what it belongs to: a later
 * change of the calendar moves none. Every deadline asks, the days change once a year, so each node keeps them for a minute.
 */
@Service
public class WorkingCalendar {

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final CalendarDays days;
    private volatile @Nullable Snapshot snapshot;

    WorkingCalendar(CalendarDays days) {
        this.days = days;
    }

    private record Snapshot(Predicate<LocalDate> isWorkingDay, long readAt) {
        boolean isFresh() {
            return System.nanoTime() - readAt < KEPT.toNanos();
        }
    }

    public boolean isWorkingDay(LocalDate day) {
        return workingDays().test(day);
    }

    /** The n-th working day after a day, that day not counted. */
    public LocalDate after(LocalDate day, int workingDays) {
        return WorkingDays.after(day, workingDays, workingDays());
    }

    /** The n-th working day before a day, that day not counted. */
    public LocalDate before(LocalDate day, int workingDays) {
        return WorkingDays.before(day, workingDays, workingDays());
    }

    /** How many working days lie after one day, up to and with another; negative when the other comes first. */
    public int between(LocalDate from, LocalDate to) {
        return WorkingDays.between(from, to, workingDays());
    }

    /** The end (24:00, Asia/Shanghai) of the n-th working day after the day of an instant: the first instant that is too late. */
    public Instant endOfWorkingDay(Instant from, int workingDays) {
        return WorkingDays.endOf(after(from.atZone(PortalClock.ZONE).toLocalDate(), workingDays));
    }

    /** Which days are worked, for a rule that counts them itself. */
    public Predicate<LocalDate> workingDays() {
        Snapshot kept = snapshot;
        if (kept == null || !kept.isFresh()) {
            Map<LocalDate, Boolean> exceptions =
                    days.all().stream().collect(Collectors.toMap(CalendarDay::day, CalendarDay::worked));
            kept = new Snapshot(WorkingDays.calendar(exceptions), System.nanoTime());
            snapshot = kept;
        }
        return kept.isWorkingDay();
    }

    /** This node counts by a change at once after its commit, the others within a minute. */
    void forget() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                snapshot = null;
            }
        });
    }
}
