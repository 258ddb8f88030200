package fledge.base.rules;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * How long a recognition is in force, when its renewal may be asked for, and which score passes a review.
 *
 * <p>In force from a day for whole years, the last day being the one before; renewal from six months before the end. A score of
 * at least 60 of 100 passes.
 *
 * <p>Clause: a cycle of three years as in the measures for incubators of Tianjin; the window and the line are our own, because no
 * document at hand prints them. Example: three years from 2026-03-01 end before 2029-03-01, and renewal opens on 2028-09-01.
 */
public final class RecognitionTerms {

    /** The usual cycle. */
    public static final int YEARS = 3;

    /** The longest that may be given at once. */
    public static final int MOST_YEARS = 10;

    /** The lowest score that passes. */
    public static final BigDecimal PASS_LINE = BigDecimal.valueOf(60);

    /** The highest score there is. */
    public static final BigDecimal FULL_SCORE = BigDecimal.valueOf(100);

    private static final int WINDOW_MONTHS = 6;

    private RecognitionTerms() {}

    /** The first day on which it is no longer in force = the first day + years. */
    public static LocalDate until(LocalDate from, int years) {
        return from.plusYears(years);
    }

    /** The first day on which renewal may be asked for = the end − 6 months. */
    public static LocalDate renewalOpens(LocalDate until) {
        return until.minusMonths(WINDOW_MONTHS);
    }

    /** Whether a score passes. */
    public static boolean passes(BigDecimal score) {
        return score.compareTo(PASS_LINE) >= 0;
    }
}
