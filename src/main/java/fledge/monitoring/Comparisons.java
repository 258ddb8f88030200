package fledge.monitoring;

import fledge.kernel.Quarter;
import fledge.monitoring.rules.Compared;
import org.jspecify.annotations.Nullable;

/**
 * A quarter in the light of others (同比, 环比); the sum of the year so far only of what adds up.
 *
 * @param yearToDate the year so far beside the same quarters of last year; absent of a stock
 */
public record Comparisons(
        Quarter quarter,
        Compared lastYear,
        Compared previous,
        @Nullable Compared yearToDate) {}
