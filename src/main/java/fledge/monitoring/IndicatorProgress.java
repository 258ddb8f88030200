package fledge.monitoring;

import fledge.kernel.Quarter;
import fledge.monitoring.rules.ProgressRating;
import fledge.monitoring.rules.QuarterTotal;
import fledge.programme.IndicatorView;
import fledge.programme.rules.Evaluation;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an indicator stands: what was reported so far against its goal and the pace of time.
 *
 * @param accumulated what counts so far, in the base unit of the reported values: the sum of a flow, the latest stock
 * @param asOf the quarter it is judged as of
 * @param evaluation absent where the programme's years are not printed
 * @param wording the latest sentence of a qualitative indicator
 * @param missing the units that should have reported the shown quarter and have not
 */
public record IndicatorProgress(
        IndicatorView indicator,
        @Nullable BigDecimal accumulated,
        @Nullable Quarter asOf,
        @Nullable Evaluation evaluation,
        @Nullable BigDecimal expected,
        ProgressRating rating,
        @Nullable String wording,
        List<UUID> missing,
        List<QuarterTotal> totals) {}
