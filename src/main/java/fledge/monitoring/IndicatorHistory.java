package fledge.monitoring;

import fledge.kernel.Period;
import fledge.kernel.Quarter;
import fledge.monitoring.rules.Light;
import fledge.programme.rules.Item;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An indicator over time: how it stands, each figure with the return it came from, its lights as they were frozen, and the notes
 * on figures that were replaced.
 */
public record IndicatorHistory(
        IndicatorProgress progress,
        List<Contribution> contributions,
        List<FrozenLight> lights,
        List<RestatementView> restatements) {

    /** What one unit reported for one period, how firm it is, under which definition, and the return that says so. */
    public record Contribution(
            Item item,
            Period period,
            UUID unitId,
            @Nullable BigDecimal value,
            @Nullable String wording,
            Standing standing,
            int definition,
            UUID returnId) {}

    /** A light as it was when a return was accepted, with the rule that set it. */
    public record FrozenLight(
            Quarter quarter,
            Instant at,
            String rule,
            Light light,
            @Nullable BigDecimal completion,
            @Nullable BigDecimal expected) {}
}
