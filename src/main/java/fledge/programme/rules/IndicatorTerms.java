package fledge.programme.rules;

import fledge.kernel.Measure;
import fledge.kernel.Quarter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All a programme fixes about an indicator: how it is compared and accumulated, the measure of its goal, its baseline,
 * its goal, the goals of single years, the programme's years, and the definitions it has had.
 *
 * <p>Without a goal the indicator is only reported.
 */
public record IndicatorTerms(
        Comparison comparison,
        Accumulation accumulation,
        Measure measure,
        Baseline baseline,
        @Nullable Goal goal,
        Map<Integer, Goal> yearly,
        int firstYear,
        int lastYear,
        DefinitionHistory definitions) {

    public IndicatorTerms {
        yearly = Map.copyOf(yearly);
        if (!comparison.accepts(accumulation)) {
            throw new IllegalArgumentException(comparison + " cannot be read from a " + accumulation);
        }
        if (firstYear > lastYear) {
            throw new IllegalArgumentException("The programme ends before it begins");
        }
    }

    /** The terms of an indicator whose definition never changed. */
    public IndicatorTerms(
            Comparison comparison,
            Accumulation accumulation,
            Measure measure,
            Baseline baseline,
            @Nullable Goal goal,
            Map<Integer, Goal> yearly,
            int firstYear,
            int lastYear) {
        this(
                comparison,
                accumulation,
                measure,
                baseline,
                goal,
                yearly,
                firstYear,
                lastYear,
                DefinitionHistory.UNCHANGED);
    }

    /** As they were known in a quarter: what was redefined later changes no figure of the past. */
    public IndicatorTerms asOf(Quarter quarter) {
        return new IndicatorTerms(
                comparison,
                accumulation,
                measure,
                baseline,
                goal,
                yearly,
                firstYear,
                lastYear,
                definitions.until(quarter));
    }

    /** The goal of one year: its own; else the indicator's, where that one is a yearly floor or due that year. */
    @Nullable
    Goal goalFor(int year) {
        Goal own = yearly.get(year);
        if (own != null || goal == null) {
            return own;
        }
        return comparison == Comparison.GROWTH_FLOOR || goal.year() == year ? goal : null;
    }

    /** Whether quarters and years only ever add to the result, so that a goal once reached stays reached. */
    boolean onlyGrows() {
        return switch (comparison) {
            case MILESTONE -> true;
            case CUMULATIVE_FLOW_OVER_BASE_FLOW,
                    CUMULATIVE_FLOW_OVER_BASE,
                    CUMULATIVE_COUNT,
                    CUMULATIVE_AMOUNT,
                    AMOUNT_CUMULATIVE -> accumulation == Accumulation.FLOW;
            default -> false;
        };
    }
}
