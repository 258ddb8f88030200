package fledge.kernel;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A calendar quarter (季度), the period of a return. */
public record Quarter(int year, int number) implements Period, Comparable<Quarter> {

    private static final Pattern CODE = Pattern.compile("(\\d{4})Q([1-4])");

    public Quarter {
        if (number < 1 || number > 4) {
            throw new IllegalArgumentException("A year has quarters 1 to 4, not " + number);
        }
        if (year < 1 || year > 9999) {
            throw new IllegalArgumentException("Not a year: " + year);
        }
    }

    /** The quarter that date lies in. */
    public static Quarter of(LocalDate date) {
        return new Quarter(date.getYear(), (date.getMonthValue() + 2) / 3);
    }

    /** The quarter with that {@link #index()}. */
    public static Quarter ofIndex(int index) {
        return new Quarter(Math.floorDiv(index, 4), Math.floorMod(index, 4) + 1);
    }

    /** Reads a {@link #code()}, such as {@code 2026Q3}. */
    public static Quarter parse(String code) {
        Matcher matcher = CODE.matcher(code);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not a quarter: " + code);
        }
        return new Quarter(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /** Quarters since the year 0, for counting and for storing as one number. */
    @Override
    public int index() {
        return year * 4 + number - 1;
    }

    @Override
    public Quarter plus(int quarters) {
        return ofIndex(index() + quarters);
    }

    public Quarter next() {
        return plus(1);
    }

    public Quarter previous() {
        return plus(-1);
    }

    /** The same quarter so many years before (同期). */
    @Override
    public Quarter minusYears(int years) {
        return new Quarter(year - years, number);
    }

    /** The first day. */
    @Override
    public LocalDate start() {
        return LocalDate.of(year, number * 3 - 2, 1);
    }

    /** The last day, included. */
    @Override
    public LocalDate end() {
        return start().plusMonths(3).minusDays(1);
    }

    @Override
    public Quarter quarter() {
        return this;
    }

    /** The form used in addresses and files: {@code 2026Q3}. */
    @Override
    public String code() {
        return "%04dQ%d".formatted(year, number);
    }

    @Override
    public int compareTo(Quarter other) {
        return Integer.compare(index(), other.index());
    }

    @Override
    public String toString() {
        return code();
    }
}
