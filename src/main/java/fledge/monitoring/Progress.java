package fledge.monitoring;

import fledge.kernel.Quarter;
import fledge.monitoring.rules.Consolidation;
import fledge.monitoring.rules.Direction;
import fledge.monitoring.rules.Pace;
import fledge.monitoring.rules.ProgressRating;
import fledge.monitoring.rules.QuarterTotal;
import fledge.monitoring.rules.RatingThresholds;
import fledge.programme.IndicatorView;
import fledge.programme.rules.Accumulation;
import fledge.programme.rules.Attainment;
import fledge.programme.rules.Evaluation;
import fledge.programme.rules.IndicatorTerms;
import fledge.programme.rules.Item;
import fledge.programme.rules.Observations;
import fledge.programme.rules.YearFigure;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Puts the rules together: totals are consolidated, measured against the goal, and rated against the pace of time. */
final class Progress {

    private Progress() {}

    /** How an indicator stands as of a quarter; without one, nothing was reported yet. */
    static IndicatorProgress of(
            IndicatorView indicator,
            List<QuarterTotal> totals,
            ToIntFunction<Quarter> unitsExpected,
            @Nullable Quarter asOf,
            Observations printed,
            @Nullable String wording,
            List<UUID> missing) {
        Observations observed =
                asOf == null ? printed : Consolidation.upTo(asOf, indicator.accumulation(), unitsExpected, totals);
        IndicatorTerms terms = indicator.terms().orElse(null);
        if (terms == null) {
            return new IndicatorProgress(
                    indicator, accumulated(indicator, observed), asOf, null, null, UNRATED, wording, missing, totals);
        }
        int upTo = asOf == null ? terms.lastYear() : asOf.year();
        Evaluation evaluation = Attainment.evaluate(terms, observed, upTo);
        boolean aimed = terms.goal() != null || !terms.yearly().isEmpty();
        BigDecimal expected = asOf == null || !aimed ? null : expected(terms, evaluation, asOf);
        Direction direction = indicator.direction() == fledge.programme.Direction.HIGHER
                ? Direction.HIGHER_IS_BETTER
                : Direction.LOWER_IS_BETTER;
        ProgressRating rating = ProgressRating.of(
                evaluation.completion(),
                expected,
                direction,
                new RatingThresholds(indicator.yellowFrom(), indicator.redFrom()));
        return new IndicatorProgress(
                indicator,
                accumulated(indicator, observed),
                asOf,
                evaluation,
                expected,
                rating,
                wording,
                missing,
                totals);
    }

    private static final ProgressRating UNRATED =
            ProgressRating.of(null, null, Direction.HIGHER_IS_BETTER, RatingThresholds.USUAL);

    private static @Nullable BigDecimal expected(IndicatorTerms terms, Evaluation evaluation, Quarter asOf) {
        Quarter first = new Quarter(terms.firstYear(), 1);
        Quarter last = new Quarter(
                terms.goal() == null ? terms.lastYear() : terms.goal().year(), 4);
        return Pace.expected(terms.comparison(), evaluation, first, last, asOf);
    }

    /** The sum of a flow over the years, else the latest year; ratios have parts and no sum of their own. */
    private static @Nullable BigDecimal accumulated(IndicatorView indicator, Observations observed) {
        var years = observed.figures().get(Item.VALUE);
        if (years == null || years.isEmpty()) {
            return null;
        }
        if (indicator.accumulation() == Accumulation.FLOW) {
            return years.values().stream().map(YearFigure::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
        return years.entrySet().stream()
                .max(Map.Entry.comparingByKey())
                .map(latest -> latest.getValue().value())
                .orElse(null);
    }
}
