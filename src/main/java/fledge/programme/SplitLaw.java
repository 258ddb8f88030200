package fledge.programme;

import fledge.kernel.Labelled;
import fledge.programme.rules.Comparison;

/** How the target of a whole city relates to the targets of its parts. */
public enum SplitLaw implements Labelled {
    /** The parts add up to the whole. */
    ADDITIVE,
    /** Recomputed from numerators and denominators; percentages never add up. */
    RATIO,
    /** The same for all. */
    SAME,
    NONE,
    RANGE;

    /** The law that fits a comparison unless the indicator says otherwise. */
    public static SplitLaw usual(Comparison comparison) {
        return switch (comparison) {
            case CUMULATIVE_FLOW_OVER_BASE_FLOW,
                    CUMULATIVE_FLOW_OVER_BASE,
                    CUMULATIVE_COUNT,
                    CUMULATIVE_AMOUNT,
                    AMOUNT_CUMULATIVE,
                    PER_YEAR_COUNT,
                    STOCK_BY_DEADLINE,
                    BALANCE_BY_DEADLINE,
                    STOCK -> ADDITIVE;
            case RATIO_FLOOR, RATIO -> RATIO;
            case COVERAGE, GROWTH_FLOOR -> SAME;
            case RANGE_COUNT -> RANGE;
            default -> NONE;
        };
    }

    @Override
    public String labelKey() {
        return "programme.split-law." + name();
    }
}
