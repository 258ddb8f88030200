package fledge.monitoring;

import fledge.access.Actor;
import fledge.calendar.WorkingCalendar;
import fledge.calendar.rules.WorkingDays;
import fledge.tenancy.PortalClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the clocks of returns: each turn starts one and ends the one before; a pause moves its deadline. */
@Component
class ReturnClocks {

    /** Working days for each level of review. */
    static final int DAYS_TO_REVIEW = 5;

    private final ReturnClockRepository clocks;
    private final ClockPauseRepository pauses;
    private final WorkingCalendar calendar;
    private final PortalClock clock;

    ReturnClocks(
            ReturnClockRepository clocks, ClockPauseRepository pauses, WorkingCalendar calendar, PortalClock clock) {
        this.clocks = clocks;
        this.pauses = pauses;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** After every change of a return's state: whoever takes the turn ends the clock before, and its pause if it stood still. */
    void follow(ReturnWithRound moved) {
        Return report = moved.report();
        Turn next = Turn.of(report);
        ReturnClock running = running(report.id());
        if (running != null) {
            if (running.turn() == next) {
                return;
            }
            if (report.clockPaused()) {
                resume(moved, running, Actor.current().personId());
            }
            running.end(clock.now());
            // The unique index allows one running clock, so the end goes out before the next beginning.
            clocks.flush();
        }
        if (next != null) {
            clocks.save(new ReturnClock(report.id(), next, clock.now(), due(next, moved)));
        }
    }

    private Instant due(Turn turn, ReturnWithRound of) {
        Instant correctUntil = of.report().correctUntil();
        if (turn.isReview()) {
            return calendar.endOfWorkingDay(clock.now(), DAYS_TO_REVIEW);
        }
        return of.report().reopening() != null ? of.writableUntil() : correctUntil == null ? of.dueAt() : correctUntil;
    }

    /** After a reopening was given more time: whoever writes or signs has it. */
    void followExtension(ReturnWithRound reopened) {
        ReturnClock running = running(reopened.report().id());
        if (running != null && !running.turn().isReview()) {
            running.moveDue(reopened.writableUntil());
        }
    }

    @Nullable
    ReturnClock running(UUID returnId) {
        return clocks.findByReturnIdAndEndedAtIsNull(returnId).orElse(null);
    }

    void pause(ReturnWithRound paused, ReturnClock running, UUID by, String reason) {
        pauses.save(new ClockPause(running.id(), by, clock.now(), reason));
        paused.report().pauseClock();
    }

    /** Moves the deadline of the turn, and with it what else the return must keep: its due date or its time to correct. */
    int resume(ReturnWithRound paused, ReturnClock running, @Nullable UUID by) {
        ClockPause pause = pauses.findByClockIdAndResumedAtIsNull(running.id()).orElseThrow();
        int days = calendar.between(day(pause.pausedAt()), day(clock.now()));
        pause.resume(by, clock.now(), days);
        running.moveDue(moved(running.dueAt(), days));
        if (running.turn().isReview()) {
            paused.report().resumeClock();
        } else {
            Instant correctUntil = paused.report().correctUntil();
            if (correctUntil == null) {
                paused.report().resumeClock(moved(paused.dueAt(), days), moved(paused.writableUntil(), days));
            } else {
                paused.report().resumeClock(moved(correctUntil, days));
            }
        }
        return days;
    }

    private Instant moved(Instant due, int days) {
        // A deadline is the first instant that is too late: the moment before lies on its last day.
        return days == 0 ? due : WorkingDays.endOf(calendar.after(day(due.minusMillis(1)), days));
    }

    private static LocalDate day(Instant moment) {
        return moment.atZone(PortalClock.ZONE).toLocalDate();
    }

    /** The running clocks of these returns. */
    Map<UUID, ClockView> running(Collection<UUID> returnIds) {
        return returnIds.isEmpty()
                ? Map.of()
                : views(clocks.running(returnIds)).stream()
                        .collect(Collectors.toMap(ClockView::returnId, Function.identity()));
    }

    /** Every clock of a return, the newest first. */
    List<ClockView> of(UUID returnId) {
        return views(clocks.of(returnId));
    }

    private static List<ClockView> views(List<ClockWithPause> found) {
        var stood = new LinkedHashMap<ReturnClock, List<ClockView.Pause>>();
        for (ClockWithPause one : found) {
            List<ClockView.Pause> pauses = stood.computeIfAbsent(one.clock(), running -> new ArrayList<>());
            ClockPause pause = one.pause();
            if (pause != null) {
                pauses.add(pause.view());
            }
        }
        return stood.entrySet().stream()
                .map(one -> one.getKey().view(List.copyOf(one.getValue())))
                .toList();
    }
}
