package fledge.programme.rules;

import fledge.kernel.Labelled;
import java.util.List;

/** The ways the cities' documents measure an indicator against its goal; each is one formula. */
public enum Comparison implements Labelled {
    /** (V[end] − V[base]) / V[base] × 100. */
    GROWTH_VS_BASE_YEAR,
    /** (V[t] − V[t−1]) / V[t−1] × 100 (同比). */
    GROWTH_VS_PREVIOUS_YEAR,
    /** Growth over the year before, each year not lower than the goal. */
    GROWTH_FLOOR,
    /** ((V[end] / V[base])^(1/n) − 1) × 100, n = end − base year (年均增长). */
    AVG_ANNUAL_GROWTH_FLOOR,
    /** Σ N[t] / N[base year] × 100: new jobs over the base year's new jobs. */
    CUMULATIVE_FLOW_OVER_BASE_FLOW,
    /** Σ N[t] / base × 100 with a base that the city has to define. */
    CUMULATIVE_FLOW_OVER_BASE,
    /** Σ of the years' counts. */
    CUMULATIVE_COUNT,
    /** Σ of the years' amounts. */
    CUMULATIVE_AMOUNT,
    /** Σ of the money booked. */
    AMOUNT_CUMULATIVE,
    /** Each year's count against that year's goal. */
    PER_YEAR_COUNT,
    /** A count between two numbers. */
    RANGE_COUNT,
    /** What there is at the deadline. */
    STOCK_BY_DEADLINE,
    /** The money outstanding at the deadline. */
    BALANCE_BY_DEADLINE,
    /** Numerator / denominator, not lower than the goal. */
    RATIO_FLOOR,
    /** Numerator / denominator, reported. */
    RATIO,
    /** What there is, reported. */
    STOCK,
    /** Covered / eligible × 100. */
    COVERAGE,
    /** Done or not done by the year. */
    MILESTONE,
    /** A sentence. */
    QUALITATIVE;

    /** What a return asks for. */
    public List<Item> items() {
        return switch (this) {
            case RATIO_FLOOR, RATIO, COVERAGE -> List.of(Item.NUMERATOR, Item.DENOMINATOR);
            case MILESTONE -> List.of(Item.MILESTONE);
            case QUALITATIVE -> List.of(Item.TEXT);
            default -> List.of(Item.VALUE);
        };
    }

    /** How figures accumulate unless the indicator says otherwise. */
    public Accumulation usualAccumulation() {
        return switch (this) {
            case CUMULATIVE_FLOW_OVER_BASE_FLOW,
                    CUMULATIVE_FLOW_OVER_BASE,
                    CUMULATIVE_COUNT,
                    CUMULATIVE_AMOUNT,
                    AMOUNT_CUMULATIVE,
                    RANGE_COUNT -> Accumulation.FLOW;
            case STOCK_BY_DEADLINE, BALANCE_BY_DEADLINE, STOCK, COVERAGE, MILESTONE, QUALITATIVE -> Accumulation.STOCK;
            default -> Accumulation.YEARLY_FLOW;
        };
    }

    /**
     * Whether figures that accumulate so can be compared so: a balance is never summed, a sum never cut to one year. For
     * the formulas that look at single years, and for milestones and sentences, it makes no difference.
     */
    public boolean accepts(Accumulation accumulation) {
        return switch (this) {
            case STOCK_BY_DEADLINE, BALANCE_BY_DEADLINE, STOCK -> accumulation == Accumulation.STOCK;
            case CUMULATIVE_FLOW_OVER_BASE_FLOW, CUMULATIVE_FLOW_OVER_BASE -> accumulation == Accumulation.FLOW;
            case CUMULATIVE_COUNT, CUMULATIVE_AMOUNT, AMOUNT_CUMULATIVE, RANGE_COUNT ->
                accumulation != Accumulation.YEARLY_FLOW;
            default -> true;
        };
    }

    /** Whether the result is a growth in percent. */
    public boolean isGrowth() {
        return switch (this) {
            case GROWTH_VS_BASE_YEAR, GROWTH_VS_PREVIOUS_YEAR, GROWTH_FLOOR, AVG_ANNUAL_GROWTH_FLOOR -> true;
            default -> false;
        };
    }

    /** Whether the baseline stands under the fraction line. */
    public boolean dividesByBaseline() {
        return isGrowth() || this == CUMULATIVE_FLOW_OVER_BASE_FLOW || this == CUMULATIVE_FLOW_OVER_BASE;
    }

    /** Whether two figures make one. */
    public boolean isShare() {
        return this == RATIO_FLOOR || this == RATIO || this == COVERAGE;
    }

    /** Whether every year is judged alone. */
    public boolean isYearly() {
        return this == PER_YEAR_COUNT || this == GROWTH_FLOOR;
    }

    /** What the figures say up to the end of that year. */
    Reading read(IndicatorTerms terms, Observations observed, int year) {
        return switch (this) {
            case GROWTH_VS_BASE_YEAR -> Growth.overBaseYear(terms, observed, year);
            case GROWTH_VS_PREVIOUS_YEAR, GROWTH_FLOOR -> Growth.overPreviousYear(terms, observed, year);
            case AVG_ANNUAL_GROWTH_FLOOR -> Growth.yearlyAverage(terms, observed, year);
            case CUMULATIVE_FLOW_OVER_BASE_FLOW, CUMULATIVE_FLOW_OVER_BASE ->
                Totals.overBaseline(terms, observed, year);
            case PER_YEAR_COUNT -> Totals.ofYear(Item.VALUE, observed, year);
            case RATIO_FLOOR, RATIO, COVERAGE -> Share.ofWhole(terms, observed, year);
            case MILESTONE -> Totals.once(Item.MILESTONE, terms, observed, year);
            case QUALITATIVE -> Totals.once(Item.TEXT, terms, observed, year);
            case CUMULATIVE_COUNT,
                    CUMULATIVE_AMOUNT,
                    AMOUNT_CUMULATIVE,
                    RANGE_COUNT,
                    STOCK_BY_DEADLINE,
                    BALANCE_BY_DEADLINE,
                    STOCK -> Totals.amount(Item.VALUE, terms, observed, year);
        };
    }

    @Override
    public String labelKey() {
        return "programme.comparison." + name();
    }
}
