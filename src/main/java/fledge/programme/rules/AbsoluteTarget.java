package fledge.programme.rules;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a goal in percent means in the indicator's own base unit: the level to reach, and how far above the baseline.
 *
 * <p>Over a base year: base × (100 + g) / 100; on yearly average: base × ((100 + g) / 100)^n; a sum over a base: base × g /
 * 100. All exact. Example (Jiangmen): 55 % over 2644.08 亿 is 4098.324 亿, an increment of 1454.244 亿.
 */
public record AbsoluteTarget(BigDecimal level, @Nullable BigDecimal increment) {

    /** The absolute target, where baseline, goal and formula give one. */
    public static @Nullable AbsoluteTarget of(IndicatorTerms terms) {
        BigDecimal base = terms.baseline().value();
        Goal goal = terms.goal();
        if (base == null || base.signum() <= 0 || goal == null || goal.value() == null) {
            return null;
        }
        BigDecimal factor = BigDecimal.ONE.add(goal.value().movePointLeft(2));
        return switch (terms.comparison()) {
            case GROWTH_VS_BASE_YEAR -> above(base, base.multiply(factor));
            case AVG_ANNUAL_GROWTH_FLOOR -> {
                Integer baseYear = terms.baseline().year();
                yield baseYear == null || baseYear >= goal.year()
                        ? null
                        : above(base, base.multiply(factor.pow(goal.year() - baseYear)));
            }
            case CUMULATIVE_FLOW_OVER_BASE_FLOW, CUMULATIVE_FLOW_OVER_BASE ->
                new AbsoluteTarget(base.multiply(goal.value()).movePointLeft(2), null);
            default -> null;
        };
    }

    private static AbsoluteTarget above(BigDecimal base, BigDecimal level) {
        return new AbsoluteTarget(level, level.subtract(base));
    }
}
