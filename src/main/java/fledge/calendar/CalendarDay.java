package fledge.calendar;

import java.time.LocalDate;

/** A day that is not what its weekday says: a holiday, or a weekend worked to make up for one (调休). */
public record CalendarDay(LocalDate day, boolean worked, String nameZh, String nameEn) {}
