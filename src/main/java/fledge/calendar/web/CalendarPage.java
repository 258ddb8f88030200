package fledge.calendar.web;

import fledge.calendar.CalendarDay;
import fledge.calendar.CalendarYear;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One year of the calendar as a page shows it. */
record CalendarPage(CalendarYear year, List<Tab> tabs, List<Row> rows, boolean mayKeep, int nextYear) {

    /** A year to go to. */
    record Tab(
            String label,
            String href,
            boolean current,
            @Nullable Integer count) {}

    /** A day that is not what its weekday says. */
    record Row(LocalDate day, String weekday, boolean worked, String name) {}

    static CalendarPage of(CalendarYear year, List<CalendarYear> years, boolean mayKeep, Locale locale) {
        return new CalendarPage(
                year,
                years.stream()
                        .map(one -> new Tab(
                                Integer.toString(one.year()),
                                "/calendar?year=" + one.year(),
                                one.year() == year.year(),
                                null))
                        .toList(),
                year.days().stream().map(day -> row(day, locale)).toList(),
                mayKeep,
                years.getLast().year() + 1);
    }

    private static Row row(CalendarDay day, Locale locale) {
        boolean english = Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
        return new Row(
                day.day(),
                day.day().getDayOfWeek().getDisplayName(TextStyle.FULL, locale),
                day.worked(),
                english ? day.nameEn() : day.nameZh());
    }
}
