package fledge.monitoring;

import fledge.kernel.Quarter;
import fledge.monitoring.rules.Reconciliation;
import fledge.programme.IndicatorView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An indicator beside another source, the newest quarter first. */
public record SourcePairView(
        UUID id,
        IndicatorView indicator,
        SourceKind kind,
        String name,
        BigDecimal tolerancePercent,
        List<Comparison> quarters) {

    /**
     * A quarter in both sources.
     *
     * @param reported the total over units; absent where nothing counts yet
     * @param missing the units that owe something of the quarter, whose part the total lacks
     * @param reconciliation absent without both
     * @param explained whether a difference outside the tolerance is explained as it stands
     */
    public record Comparison(
            Quarter quarter,
            @Nullable BigDecimal reported,
            List<UUID> missing,
            BigDecimal other,
            String documentRef,
            Instant recordedAt,
            @Nullable Reconciliation reconciliation,
            boolean explained,
            @Nullable DifferenceReason reason,
            @Nullable String explanation) {

        public Comparison {
            missing = List.copyOf(missing);
        }

        /** Whether a total is compared that lacks the part of some unit. */
        public boolean isPartial() {
            return reported != null && !missing.isEmpty();
        }

        /** Whether somebody has to say why. */
        public boolean isOpen() {
            return reconciliation != null && !reconciliation.within() && !explained;
        }
    }

    /** The quarters whose total lacks the part of some unit. */
    public long partial() {
        return quarters.stream().filter(Comparison::isPartial).count();
    }

    public long open() {
        return quarters.stream().filter(Comparison::isOpen).count();
    }
}
