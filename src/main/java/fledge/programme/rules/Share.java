package fledge.programme.rules;

import fledge.kernel.Measure;
import java.math.BigDecimal;
import java.util.List;

/**
 * A ratio of two reported figures: in percent, unless the goal is measured in times (倍) or a count per head.
 *
 * <p>A flow is summed over the years above and below the line before dividing; shares are never averaged.
 * Clauses: Luqiao main targets (占比80%以上, 实际受惠面达到100%); Jiangmen matching 1:6.5; Chengdu 支出比例.
 * Example: 479 of 600 is 79.83 %; 0 of 0 does not apply.
 */
final class Share {

    private Share() {}

    /** numerator / denominator × 100. */
    static Reading ofWhole(IndicatorTerms terms, Observations observed, int year) {
        Reading part = Totals.amount(Item.NUMERATOR, terms, observed, year);
        Reading whole = Totals.amount(Item.DENOMINATOR, terms, observed, year);
        if (!(part instanceof Reading.Measured over)) {
            return part;
        }
        if (!(whole instanceof Reading.Measured under)) {
            return whole;
        }
        BigDecimal numerator = over.result().value();
        BigDecimal denominator = under.result().value();
        if (denominator.signum() <= 0) {
            return denominator.signum() == 0 && numerator.signum() == 0
                    ? new Reading.Unmeasured(Verdict.NOT_APPLICABLE, Obstacle.NOTHING_TO_COVER, List.of())
                    : Reading.notComputable(Obstacle.DENOMINATOR_NOT_POSITIVE);
        }
        Exact result = terms.measure() == Measure.PERCENT
                ? Fraction.percent(numerator, denominator)
                : new Fraction(numerator, denominator);
        return new Reading.Measured(result, over.year(), over.complete() && under.complete());
    }
}
