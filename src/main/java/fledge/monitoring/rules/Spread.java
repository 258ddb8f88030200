package fledge.monitoring.rules;

import java.math.BigDecimal;

/**
 * How figures lie: their number, their median, the median of their distances from it (MAD), and the sum of those distances.
 *
 * <p>Example: 1, 2, 4, 9 have the median 3, the distances 2, 1, 1, 6, so a MAD of 1.5 and a sum of 10.
 */
public record Spread(int count, BigDecimal median, BigDecimal deviation, BigDecimal distances) {}
