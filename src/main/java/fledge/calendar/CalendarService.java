package fledge.calendar;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.access.Right;
import fledge.calendar.rules.WorkingDays;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.tenancy.PortalClock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the calendar: the platform's operator enters what the State Council's office announces for a year. */
@Service
public class CalendarService {

    /** Longer names are no names. */
    private static final int LONGEST_NAME = 40;

    private static final int LONGEST_SOURCE = 300;

    private final CalendarDays days;
    private final WorkingCalendar calendar;
    private final PortalClock clock;
    private final ApplicationEventPublisher events;

    CalendarService(CalendarDays days, WorkingCalendar calendar, PortalClock clock, ApplicationEventPublisher events) {
        this.days = days;
        this.calendar = calendar;
        this.clock = clock;
        this.events = events;
    }

    /** Every year the calendar knows, in order, without its days. */
    @Transactional(readOnly = true)
    public List<CalendarYear> years() {
        return days.years().stream()
                .map(year -> new CalendarYear(year.year(), year.announced(), year.source(), List.of()))
                .toList();
    }

    /** One year with its days; the current one where none is named. */
    @Transactional(readOnly = true)
    public CalendarYear year(Optional<Integer> asked) {
        int wanted = asked.orElseGet(
                () -> clock.now().atZone(PortalClock.ZONE).toLocalDate().getYear());
        return days.years().stream()
                .filter(year -> year.year() == wanted)
                .map(year -> new CalendarYear(year.year(), year.announced(), year.source(), days.of(year.year())))
                .findFirst()
                .orElseThrow(() -> new NotFound("calendar of " + wanted));
    }

    /** Enters a holiday or a weekend worked, or corrects the one that is there. */
    @Transactional
    public void enter(CalendarDay entered) {
        Actor.current().require(Right.CALENDAR_KEEP);
        refuseUnfit(entered);
        Optional<CalendarDay> before = days.on(entered.day());
        days.put(entered);
        events.publishEvent(new CalendarDayChanged(entered.day(), before.orElse(null), entered));
        calendar.forget();
    }

    private void refuseUnfit(CalendarDay entered) {
        var reasons = new ArrayList<Reason>();
        if (days.years().stream().noneMatch(year -> year.year() == entered.day().getYear())) {
            reasons.add(Reason.on(
                    "day",
                    "calendar.refused.no-year",
                    Integer.toString(entered.day().getYear())));
        }
        if (entered.worked() && !WorkingDays.isWeekend(entered.day())) {
            reasons.add(Reason.on("day", "calendar.refused.worked-anyway"));
        }
        refuseUnlessNamed(reasons, "nameZh", entered.nameZh());
        refuseUnlessNamed(reasons, "nameEn", entered.nameEn());
        RuleRefused.ifAny(reasons);
    }

    private static void refuseUnlessNamed(List<Reason> reasons, String field, String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            reasons.add(Reason.on(field, "calendar.refused.name", LONGEST_NAME));
        }
    }

    /** Takes a day out: it is again what its weekday says. */
    @Transactional
    public void remove(LocalDate day) {
        Actor.current().require(Right.CALENDAR_KEEP);
        CalendarDay before = days.on(day).orElseThrow(() -> new NotFound("calendar day " + day));
        days.remove(day);
        events.publishEvent(new CalendarDayChanged(day, before, null));
        calendar.forget();
    }

    /** Begins a year, or says of a year by which document its arrangement was announced. */
    @Transactional
    public void enterYear(int year, boolean announced, String source) {
        Actor.current().require(Right.CALENDAR_KEEP);
        var reasons = new ArrayList<Reason>();
        int thisYear = clock.now().atZone(PortalClock.ZONE).toLocalDate().getYear();
        if (year < thisYear - 20 || year > thisYear + 5) {
            reasons.add(Reason.on(
                    "year", "calendar.refused.year", Integer.toString(thisYear - 20), Integer.toString(thisYear + 5)));
        }
        if (source.isBlank() || source.length() > LONGEST_SOURCE) {
            reasons.add(Reason.on("source", "calendar.refused.source", LONGEST_SOURCE));
        }
        RuleRefused.ifAny(reasons);
        days.put(new CalendarDays.Year(year, announced, source));
        events.publishEvent(new CalendarYearEntered(year, announced, source));
    }
}
