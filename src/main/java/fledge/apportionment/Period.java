package fledge.apportionment;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** A column of a split: a year, or one of its quarters. */
public record Period(int year, @Nullable Integer quarter) implements Comparable<Period> {

    /** As files name it: {@code 2026}, {@code 2026Q1}. */
    public String code() {
        return quarter == null ? Integer.toString(year) : year + "Q" + quarter;
    }

    @Override
    public int compareTo(Period other) {
        return Comparator.comparingInt(Period::year)
                .thenComparingInt(period -> period.quarter == null ? 0 : period.quarter)
                .compare(this, other);
    }
}
