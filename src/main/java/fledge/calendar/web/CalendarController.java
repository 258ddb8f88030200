package fledge.calendar.web;

import fledge.access.Actor;
import fledge.access.Requires;
import fledge.access.Right;
import fledge.calendar.CalendarDay;
import fledge.calendar.CalendarService;
import fledge.kernel.DayEntry;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.ui.Flash;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The working calendar: everybody who keeps a deadline reads it, the platform's operator keeps it. */
@Controller
class CalendarController {

    private final CalendarService calendar;

    CalendarController(CalendarService calendar) {
        this.calendar = calendar;
    }

    record DayForm(
            @Nullable String day,
            @Nullable String worked,
            @Nullable String nameZh,
            @Nullable String nameEn) {

        CalendarDay entered() {
            LocalDate date = DayEntry.read(text(day))
                    .orElseThrow(() -> new RuleRefused(Reason.on("day", "calendar.refused.no-day")));
            return new CalendarDay(date, "true".equals(worked), text(nameZh), text(nameEn));
        }
    }

    record YearForm(
            @Nullable String year,
            @Nullable String announced,
            @Nullable String source) {}

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    @GetMapping("/calendar")
    @Requires(Right.CALENDAR_READ)
    String show(@RequestParam Optional<Integer> year, Model model, Locale locale) {
        model.addAttribute(
                "page",
                CalendarPage.of(
                        calendar.year(year), calendar.years(), Actor.current().may(Right.CALENDAR_KEEP), locale));
        return "calendar/calendar-show";
    }

    @PostMapping("/calendar/days")
    @Requires(Right.CALENDAR_KEEP)
    String enter(DayForm form, RedirectAttributes next) {
        CalendarDay entered = form.entered();
        calendar.enter(entered);
        Flash.success(next, "calendar.day.entered", entered.day());
        return "redirect:/calendar?year=" + entered.day().getYear();
    }

    @PostMapping("/calendar/days/{day}/removal")
    @Requires(Right.CALENDAR_KEEP)
    String remove(@PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day, RedirectAttributes next) {
        calendar.remove(day);
        Flash.success(next, "calendar.day.removed", day);
        return "redirect:/calendar?year=" + day.getYear();
    }

    @PostMapping("/calendar/years")
    @Requires(Right.CALENDAR_KEEP)
    String enterYear(YearForm form, RedirectAttributes next) {
        int year = number(text(form.year()));
        calendar.enterYear(year, "true".equals(form.announced()), text(form.source()));
        Flash.success(next, "calendar.year.entered", Integer.toString(year));
        return "redirect:/calendar?year=" + year;
    }

    private static int number(String typed) {
        try {
            return Integer.parseInt(typed);
        } catch (NumberFormatException e) {
            throw new RuleRefused(Reason.on("year", "calendar.refused.no-number"));
        }
    }
}
