package fledge.base.rules;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Within which days something counts toward what a document wants, as of a day.
 *
 * <p>A wish counts only within its own years: from the first day of the first year to the last day of the last one, and never after
 * the day itself. What is wanted every year counts within the year of that day, or within the last year once they are over. Before
 * the first year nothing counts yet. A wish without years counts from the beginning of the register.
 *
 * <p>Clause: seed 003 (Jinan), whose 30 makerspaces a year and 15 upgrades are those of 2016 to 2018. Example: as of 2026-11-22 the
 * upgrades count from 2016-01-01 to 2018-12-31, and the makerspaces of a year from 2018-01-01 to 2018-12-31; as of 2017-05-01 until
 * that day, the makerspaces from 2017-01-01.
 */
public record CountingDays(LocalDate from, LocalDate to) {

    private static final LocalDate BEGINNING = LocalDate.of(1949, 1, 1);

    /** Empty before the first year. */
    public static Optional<CountingDays> of(
            @Nullable Integer firstYear, @Nullable Integer lastYear, boolean yearly, LocalDate on) {
        LocalDate first = firstYear == null ? BEGINNING : LocalDate.of(firstYear, 1, 1);
        LocalDate last = lastYear == null ? on : LocalDate.of(lastYear, 12, 31);
        LocalDate to = on.isBefore(last) ? on : last;
        return to.isBefore(first)
                ? Optional.empty()
                : Optional.of(new CountingDays(yearly ? to.withDayOfYear(1) : first, to));
    }
}
