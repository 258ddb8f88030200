package fledge.monitoring;

import fledge.kernel.Quarter;
import fledge.programme.IndicatorView;
import java.util.Collection;
import java.util.UUID;
import java.util.function.ToIntFunction;

/** A unit that need not report a quarter; it leaves the denominator of completeness. */
record Waived(UUID unitId, int period) {

    /** How many units an indicator expects, quarter by quarter. */
    static ToIntFunction<Quarter> expected(IndicatorView indicator, Collection<Waived> waived) {
        return quarter -> (int) indicator.reportingUnits().stream()
                .filter(unit -> !waived.contains(new Waived(unit, quarter.index())))
                .count();
    }
}
