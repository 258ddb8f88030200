package fledge.calendar;

import java.util.List;

/** A year of the calendar: whether its arrangement has been announced, by which document, and its exceptional days in order. */
public record CalendarYear(int year, boolean announced, String source, List<CalendarDay> days) {

    public long holidays() {
        return days.stream().filter(day -> !day.worked()).count();
    }

    public long weekendsWorked() {
        return days.stream().filter(CalendarDay::worked).count();
    }
}
