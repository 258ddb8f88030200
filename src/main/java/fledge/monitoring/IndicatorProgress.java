package fledge.monitoring;

import fledge.kernel.Quarter;
import fledge.monitoring.rules.Forecast;
import fledge.monitoring.rules.ProgressRating;
import fledge.monitoring.rules.QuarterTotal;
import fledge.programme.IndicatorView;
import fledge.programme.rules.Evaluation;
import fledge.programme.rules.IndicatorTerms;
import fledge.programme.rules.Observations;
import fledge.programme.rules.PaceProfile;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an indicator stands: what was reported so far against its goal and the pace of time.
 *
 * @param accumulated what counts so far, in the base unit of the reported values: the sum of a flow, the latest stock
 * @param asOf the quarter it is judged as of
 * @param terms what it was judged by; absent where the programme's years are not printed
 * @param observed the yearly figures that were judged
 * @param evaluation absent where the programme's years are not printed
 * @param wording the latest sentence of a qualitative indicator
 * @param missing the units that should have reported the shown quarter and have not
 * @param comparisons the quarter beside earlier ones; of single numbers only, not of ratios
 * @param pace the course of the year that is expected, and where it comes from
 * @param forecasts what the year may come to; of flows only, and no part of what was reported
 * @param unsettled which kinds of values that are not final are in it
 */
public record IndicatorProgress(
        IndicatorView indicator,
        @Nullable BigDecimal accumulated,
        @Nullable Quarter asOf,
        @Nullable IndicatorTerms terms,
        Observations observed,
        @Nullable Evaluation evaluation,
        @Nullable BigDecimal expected,
        ProgressRating rating,
        @Nullable String wording,
        List<UUID> missing,
        List<QuarterTotal> totals,
        @Nullable Comparisons comparisons,
        PaceProfile.Shape pace,
        List<Forecast> forecasts,
        List<Standing> unsettled) {}
