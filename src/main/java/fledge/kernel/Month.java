package fledge.kernel;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A calendar month, the period of a monthly return (月报). */
public record Month(int year, int number) implements Period, Comparable<Month> {

    private static final Pattern CODE = Pattern.compile("([12]\\d{3})M(0[1-9]|1[0-2])");

    public Month {
        if (number < 1 || number > 12) {
            throw new IllegalArgumentException("A year has months 1 to 12, not " + number);
        }
        if (year < 1000 || year > 2999) {
            throw new IllegalArgumentException("No returns of the year " + year);
        }
    }

    /** The month that date lies in. */
    public static Month of(LocalDate date) {
        return new Month(date.getYear(), date.getMonthValue());
    }

    /** The month with that {@link #index()}. */
    public static Month ofIndex(int index) {
        return new Month(Math.floorDiv(index, 12), Math.floorMod(index, 12) + 1);
    }

    /** Reads a {@link #code()}, such as {@code 2026M08}. */
    public static Month parse(String code) {
        Matcher matcher = CODE.matcher(code);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not a month: " + code);
        }
        return new Month(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    @Override
    public int index() {
        return year * 12 + number - 1;
    }

    @Override
    public Month plus(int months) {
        return ofIndex(index() + months);
    }

    @Override
    public Month minusYears(int years) {
        return new Month(year - years, number);
    }

    @Override
    public LocalDate start() {
        return LocalDate.of(year, number, 1);
    }

    @Override
    public LocalDate end() {
        return YearMonth.of(year, number).atEndOfMonth();
    }

    @Override
    public Quarter quarter() {
        return Quarter.of(start());
    }

    /** Whether it is the last month of its quarter. */
    public boolean endsQuarter() {
        return number % 3 == 0;
    }

    @Override
    public String code() {
        return "%04dM%02d".formatted(year, number);
    }

    @Override
    public int compareTo(Month other) {
        return Integer.compare(index(), other.index());
    }

    @Override
    public String toString() {
        return code();
    }
}
