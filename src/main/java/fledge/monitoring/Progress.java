package fledge.monitoring;

import fledge.kernel.Quarter;
import fledge.monitoring.rules.Compared;
import fledge.monitoring.rules.Consolidation;
import fledge.monitoring.rules.ExpectedCompletion;
import fledge.monitoring.rules.Forecast;
import fledge.monitoring.rules.ProgressRating;
import fledge.monitoring.rules.QuarterTotal;
import fledge.monitoring.rules.RatingThresholds;
import fledge.programme.IndicatorView;
import fledge.programme.rules.Accumulation;
import fledge.programme.rules.Attainment;
import fledge.programme.rules.Direction;
import fledge.programme.rules.Evaluation;
import fledge.programme.rules.IndicatorTerms;
import fledge.programme.rules.Item;
import fledge.programme.rules.Observations;
import fledge.programme.rules.PaceProfile;
import fledge.programme.rules.YearFigure;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts the rules together: totals are consolidated, measured against the goal, and rated against the pace of time. */
final class Progress {

    private Progress() {}

    /** How an indicator stands as of a quarter; without one, nothing was reported yet. */
    static IndicatorProgress of(
            IndicatorView indicator,
            List<QuarterTotal> totals,
            Demand.OfIndicator demand,
            @Nullable Quarter asOf,
            Observations printed,
            @Nullable String wording,
            List<UUID> missing,
            Map<Standing, Quarter> notFinal) {
        Observations observed = asOf == null
                ? printed
                : Consolidation.upTo(asOf, indicator.accumulation(), demand::units, demand::isAsked, totals);
        IndicatorTerms terms = indicator
                .terms()
                .or(() -> printedYear(printed).flatMap(indicator::termsOf))
                .map(all -> asOf == null ? all : all.asOf(asOf))
                .orElse(null);
        var series = Compared.Series.of(
                asOf == null ? indicator.history() : indicator.history().until(asOf), totals, demand::units);
        boolean single = indicator.comparison().items().equals(List.of(Item.VALUE));
        boolean flow = single && indicator.accumulation().isFlow();
        PaceProfile.Shape shape = indicator.pace().shape(asOf != null && flow ? series.lastYear(asOf) : List.of());
        if (terms == null) {
            return new IndicatorProgress(
                    indicator,
                    accumulated(indicator, observed),
                    asOf,
                    null,
                    observed,
                    null,
                    null,
                    UNRATED,
                    wording,
                    missing,
                    totals,
                    null,
                    shape,
                    List.of(),
                    unsettled(notFinal, asOf));
        }
        int upTo = asOf == null ? terms.lastYear() : asOf.year();
        Evaluation evaluation = Attainment.evaluate(terms, observed, upTo);
        boolean aimed = terms.goal() != null || !terms.yearly().isEmpty();
        BigDecimal expected = asOf == null || !aimed ? null : expected(terms, shape, evaluation, asOf);
        ProgressRating rating = ProgressRating.of(
                evaluation.completion(),
                expected,
                indicator.direction(),
                new RatingThresholds(indicator.yellowFrom(), indicator.redFrom()));
        return new IndicatorProgress(
                indicator,
                accumulated(indicator, observed),
                asOf,
                terms,
                observed,
                evaluation,
                expected,
                rating,
                wording,
                missing,
                totals,
                asOf == null || !single ? null : comparisons(series, asOf, flow),
                shape,
                asOf == null || !flow ? List.of() : Forecast.ofYear(series, asOf),
                unsettled(notFinal, asOf));
    }

    /** As the series was defined in that quarter; what changed later is not looked at. */
    private static Comparisons comparisons(Compared.Series series, Quarter asOf, boolean flow) {
        return new Comparisons(
                asOf,
                Compared.quarters(series, asOf, asOf.minusYears(1)),
                Compared.quarters(series, asOf, asOf.previous()),
                flow ? Compared.yearToDate(series, asOf) : null);
    }

    /** What of it lies in the quarters that are looked at. */
    private static List<Standing> unsettled(Map<Standing, Quarter> notFinal, @Nullable Quarter asOf) {
        return notFinal.entrySet().stream()
                .filter(kind -> asOf != null && kind.getValue().compareTo(asOf) <= 0)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** The last year of which a document prints a figure. */
    private static Optional<Integer> printedYear(Observations printed) {
        return printed.figures().getOrDefault(Item.VALUE, Map.of()).keySet().stream()
                .max(Comparator.naturalOrder());
    }

    private static final ProgressRating UNRATED =
            ProgressRating.of(null, null, Direction.HIGHER, RatingThresholds.USUAL);

    private static @Nullable BigDecimal expected(
            IndicatorTerms terms, PaceProfile.Shape shape, Evaluation evaluation, Quarter asOf) {
        Quarter first = new Quarter(terms.firstYear(), 1);
        Quarter last = new Quarter(
                terms.goal() == null ? terms.lastYear() : terms.goal().year(), 4);
        return ExpectedCompletion.expected(terms.comparison(), shape, evaluation, first, last, asOf);
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
