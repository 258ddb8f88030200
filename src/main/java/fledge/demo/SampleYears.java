package fledge.demo;

import fledge.kernel.Quarter;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The three years of the sample programmes. The open quarter is the last one that has ended; it lies in the third year, so at
 * least eight quarters lie before it.
 */
record SampleYears(Quarter open) {

    private static final int YEARS = 3;

    static SampleYears on(LocalDate today) {
        return new SampleYears(Quarter.of(today).previous());
    }

    int last() {
        return open.year();
    }

    int first() {
        return last() - YEARS + 1;
    }

    List<Integer> all() {
        return IntStream.rangeClosed(first(), last()).boxed().toList();
    }

    List<Quarter> past() {
        return IntStream.range(firstQuarter().index(), open.index())
                .mapToObj(Quarter::ofIndex)
                .toList();
    }

    /** The year that a file names: y1 is the first of the sample, y0 the one before; else as printed. */
    @Nullable
    Integer year(@Nullable String name) {
        if (name == null) {
            return null;
        }
        return name.startsWith("y") ? first() - 1 + Integer.parseInt(name.substring(1)) : Integer.parseInt(name);
    }

    /** The quarter that a file names: q1 is the first of the sample. */
    Quarter quarter(String name) {
        return firstQuarter().plus(Integer.parseInt(name.substring(1)) - 1);
    }

    /** The place of a quarter in a series of twelve. */
    int place(Quarter quarter) {
        return quarter.index() - firstQuarter().index();
    }

    private Quarter firstQuarter() {
        return new Quarter(first(), 1);
    }
}
