package fledge.reminder;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.calendar.WorkingCalendar;
import fledge.identity.AccountService;
import fledge.identity.UnitService;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.monitoring.ClockService;
import fledge.monitoring.ClockView;
import fledge.monitoring.ReturnService;
import fledge.monitoring.ReturnView;
import fledge.monitoring.Turn;
import fledge.monitoring.WaitingUnit;
import fledge.reminder.rules.ReminderDays;
import fledge.tenancy.PortalClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reminds units of their returns, and lists who was reminded of what. */
@Service
public class ReminderService {

    private static final int LISTED = 50;

    static final int LONGEST_TEXT = 500;

    private static final Set<Turn> TURNS_OF_UNITS = Set.of(Turn.FILL, Turn.SIGN, Turn.CORRECT);

    private final ReminderRepository reminders;
    private final ReturnService returns;
    private final ClockService clocks;
    private final UnitService units;
    private final WorkingCalendar calendar;
    private final AccountService accounts;
    private final PortalClock clock;
    private final ApplicationEventPublisher events;

    ReminderService(
            ReminderRepository reminders,
            ReturnService returns,
            ClockService clocks,
            UnitService units,
            WorkingCalendar calendar,
            AccountService accounts,
            PortalClock clock,
            ApplicationEventPublisher events) {
        this.reminders = reminders;
        this.returns = returns;
        this.clocks = clocks;
        this.units = units;
        this.calendar = calendar;
        this.accounts = accounts;
        this.clock = clock;
        this.events = events;
    }

    /** Reminds a unit by hand: of a return that waits for the unit, once a day. */
    @Transactional
    public void remind(UUID returnId, String typed) {
        ReturnView report = returns.head(returnId);
        Actor.current().require(Right.REMIND, report.unitId());
        String text = text(typed);
        ClockView running = clocks.running(List.of(returnId)).get(returnId);
        if (running == null || !TURNS_OF_UNITS.contains(running.turn())) {
            throw new RuleRefused(Reason.of("reminder.refused.not-their-turn", report.status()));
        }
        if (running.isPaused()) {
            throw new RuleRefused(Reason.of("reminder.refused.clock-paused"));
        }
        if (accounts.nearest(running.turn().role(), report.unitId()).isEmpty()) {
            throw new RuleRefused(Reason.of("reminder.refused.nobody-there"));
        }
        Instant now = clock.now();
        reminders
                .findByReturnIdAndKindAndSentOn(returnId, ReminderKind.BY_HAND, Reminder.day(now))
                .ifPresent(earlier -> {
                    throw new RuleRefused(Reason.of(
                            "reminder.refused.cool-down",
                            Reminder.day(now).plusDays(1).toString()));
                });
        send(report, ReminderKind.BY_HAND, running.turn(), text, Actor.current().person(), now);
    }

    /** Reminds of what waits for units as the calendar says, once a day for each; the portal's own doing. */
    @Transactional
    public void remindByCalendar() {
        Instant now = clock.now();
        LocalDate today = Reminder.day(now);
        for (WaitingUnit waiting : returns.waitingForUnits()) {
            LocalDate lastDay = Reminder.day(waiting.clock().dueAt().minusMillis(1));
            ReminderKind kind = switch (ReminderDays.on(
                    calendar.between(today, lastDay), today.equals(lastDay), calendar.isWorkingDay(today))) {
                case NONE -> null;
                case BEFORE_DUE -> ReminderKind.BEFORE_DUE;
                case ON_DUE -> ReminderKind.ON_DUE;
                case AFTER_DUE -> ReminderKind.AFTER_DUE;
            };
            if (kind != null && !isSent(waiting, kind, today)) {
                send(waiting.report(), kind, waiting.clock().turn(), "", null, now);
            }
        }
    }

    private boolean isSent(WaitingUnit waiting, ReminderKind kind, LocalDate today) {
        return reminders.existsByReturnIdAndKindAndTurnAndSentOn(
                waiting.report().id(), kind, waiting.clock().turn(), today);
    }

    private void send(ReturnView report, ReminderKind kind, Turn turn, String text, @Nullable UUID by, Instant now) {
        Reminder sent = reminders.save(new Reminder(report, kind, turn, text, by, now));
        String label =
                units.label(report.unitId()) + " " + report.round().period().code();
        events.publishEvent(new UnitReminded(sent.id(), label, report, kind, turn, text));
    }

    /** What was typed, fit to be sent; empty is allowed, the reminder then speaks for itself. */
    static String text(String typed) {
        String text = typed.strip();
        if (text.length() > LONGEST_TEXT) {
            throw new RuleRefused(Reason.on("text", "reminder.refused.too-long", LONGEST_TEXT));
        }
        return text;
    }

    /** Who was reminded in a round last, the latest first; a return's own page has all of its reminders. */
    @Transactional(readOnly = true)
    public List<ReminderView> ofRound(UUID roundId) {
        return reminders.findByRoundIdOrderBySentAtDescIdDesc(roundId, Limit.of(LISTED)).stream()
                .map(Reminder::view)
                .toList();
    }

    /** How often and when a return was reminded of, the latest first. */
    @Transactional(readOnly = true)
    public List<ReminderView> ofReturn(UUID returnId) {
        return reminders.findByReturnIdOrderBySentAtDescIdDesc(returnId).stream()
                .map(Reminder::view)
                .toList();
    }

    /** The reminders that still wait for somebody of these units, the latest first. */
    @Transactional(readOnly = true)
    public List<ReminderView> open(Set<UUID> unitIds) {
        return unitIds.isEmpty()
                ? List.of()
                : reminders.findByUnitIdInAndSettledAtIsNullOrderBySentAtDescIdDesc(unitIds).stream()
                        .map(Reminder::view)
                        .toList();
    }
}
