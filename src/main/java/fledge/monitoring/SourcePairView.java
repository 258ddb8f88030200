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
     * @param reconciliation absent without both
     * @param explained whether a difference outside the tolerance is explained as it stands
     */
    public record Comparison(
            Quarter quarter,
            @Nullable BigDecimal reported,
            BigDecimal other,
            String documentRef,
            Instant recordedAt,
            @Nullable Reconciliation reconciliation,
            boolean explained,
            @Nullable DifferenceReason reason,
            @Nullable String explanation) {

        /** Whether somebody has to say why. */
        public boolean isOpen() {
            return reconciliation != null && !reconciliation.within() && !explained;
        }
    }

    public long open() {
        return quarters.stream().filter(Comparison::isOpen).count();
    }
}
