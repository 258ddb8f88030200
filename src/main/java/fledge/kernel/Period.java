package fledge.kernel;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * What a return covers (报告期): a quarter or a month.
 *
 * <p>Both are stored as one number, see {@link #index()}; the numbers of quarters and of months never meet between the years 1000
 * and 2999.
 */
public sealed interface Period extends Serializable permits Quarter, Month {

    /** The smallest number that is a month. */
    int FIRST_MONTH = 12_000;

    /** A quarter's year × 4 + number − 1, a month's year × 12 + number − 1. */
    int index();

    LocalDate start();

    /** The last day, included. */
    LocalDate end();

    /** The form used in addresses and files: {@code 2026Q3}, {@code 2026M08}. */
    String code();

    Period plus(int periods);

    /** The same quarter or month so many years before (同期). */
    Period minusYears(int years);

    /** The quarter it lies in; a quarter lies in itself. */
    Quarter quarter();

    /** The period with that {@link #index()}. */
    static Period ofIndex(int index) {
        return index < FIRST_MONTH ? Quarter.ofIndex(index) : Month.ofIndex(index);
    }

    /** Reads a {@link #code()}. */
    static Period parse(String code) {
        return code.contains("M") ? Month.parse(code) : Quarter.parse(code);
    }
}
