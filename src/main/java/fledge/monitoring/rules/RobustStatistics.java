package fledge.monitoring.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Statistics that a few wild figures do not bend: median, median absolute deviation and the modified z-score.
 *
 * <p>M = 0.6745 × (x − median) / MAD, MAD being the median of |x[i] − median| (Iglewicz and Hoaglin 1993; 0.6745 makes the MAD of a
 * normal distribution its standard deviation). Example: among 10, 11, 12, 13, 14 (median 12, MAD 1) the figure 18 has
 * M = 0.6745 × 6 / 1 = 4.0470.
 *
 * <p>More than half of the figures alike leave no MAD. Then the mean absolute deviation takes its place,
 * M = (x − median) / (1.253314 × mean |x[i] − median|): among 5, 5, 5, 5, 9 (mean deviation 0.8) the figure 9 has M = 3.9894.
 * All alike leave no spread at all, and nothing is judged: such a figure is for the rules of change.
 */
public final class RobustStatistics {

    private static final BigDecimal NORMAL = new BigDecimal("0.6745");
    private static final BigDecimal MEAN_NORMAL = new BigDecimal("1.253314");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DECIMALS = 4;

    private RobustStatistics() {}

    /** The middle figure; of an even number the mean of the two in the middle, exactly. Example: 1, 2, 4, 9 gives 3. */
    public static BigDecimal median(Collection<BigDecimal> figures) {
        if (figures.isEmpty()) {
            throw new IllegalArgumentException("No figures have no median");
        }
        List<BigDecimal> sorted = figures.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).add(sorted.get(middle)).divide(BigDecimal.TWO);
    }

    /** Figures in four numbers, so that many can be held against them; of no figures there is none. */
    public static Optional<Spread> spread(Collection<BigDecimal> figures) {
        if (figures.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal median = median(figures);
        List<BigDecimal> distances =
                figures.stream().map(figure -> figure.subtract(median).abs()).toList();
        BigDecimal sum = distances.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return Optional.of(new Spread(figures.size(), median, median(distances), sum));
    }

    /**
     * The modified z-score of a figure among others, with four decimals half up; empty where fewer than {@code least} others are
     * there, or where all of them are alike.
     */
    public static Optional<BigDecimal> modifiedZ(BigDecimal figure, Spread others, int least) {
        if (others.count() < least || others.distances().signum() == 0) {
            return Optional.empty();
        }
        BigDecimal distance = figure.subtract(others.median());
        return Optional.of(
                others.deviation().signum() > 0
                        ? NORMAL.multiply(distance).divide(others.deviation(), DECIMALS, RoundingMode.HALF_UP)
                        : distance.multiply(BigDecimal.valueOf(others.count()))
                                .divide(MEAN_NORMAL.multiply(others.distances()), DECIMALS, RoundingMode.HALF_UP));
    }

    /**
     * (now − before) × 100 / before in percent with six decimals half up, so that units of every size compare; empty unless
     * before is more than zero. Example: 130 after 100 is 30 %.
     */
    public static Optional<BigDecimal> growth(BigDecimal now, BigDecimal before) {
        return before.signum() <= 0
                ? Optional.empty()
                : Optional.of(now.subtract(before).multiply(HUNDRED).divide(before, 6, RoundingMode.HALF_UP));
    }
}
