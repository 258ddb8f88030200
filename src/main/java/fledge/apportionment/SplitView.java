package fledge.apportionment;

import fledge.apportionment.rules.Balance;
import fledge.kernel.Measure;
import fledge.programme.IndicatorView;
import fledge.programme.SplitLaw;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an indicator is split in a target set: its live lines by unit and period, what they come to, who answers for a residual.
 * Numbers stand in base units of {@code measure}; {@code bases} is what units had in the base period.
 */
public record SplitView(
        UUID id,
        TargetSetView set,
        IndicatorView indicator,
        SplitLaw law,
        Measure measure,
        boolean numeric,
        boolean mayBeQuarterly,
        boolean quarterly,
        @Nullable SplitMethod method,
        @Nullable String basis,
        List<Period> periods,
        List<LineView> lines,
        List<Balance> balances,
        List<HoldingView> holdings,
        Map<UUID, BigDecimal> bases) {

    public SplitView {
        periods = List.copyOf(periods);
        lines = List.copyOf(lines);
        balances = List.copyOf(balances);
        holdings = List.copyOf(holdings);
        bases = Map.copyOf(bases);
    }

    /** The same split with other numbers in its lines. */
    SplitView with(List<LineView> otherLines, List<Balance> otherBalances) {
        return new SplitView(
                id,
                set,
                indicator,
                law,
                measure,
                numeric,
                mayBeQuarterly,
                quarterly,
                method,
                basis,
                periods,
                otherLines,
                otherBalances,
                holdings,
                bases);
    }

    /** The units that carry it, the leading one first. */
    public List<UUID> units() {
        return lines.stream().map(LineView::unitId).distinct().toList();
    }

    /** What a unit carries in all periods together. */
    public BigDecimal sumOf(UUID unitId) {
        return lines.stream()
                .filter(line -> line.unitId().equals(unitId) && line.value() != null)
                .map(LineView::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The newest holding for exactly this residual. */
    public @Nullable HoldingView holding(Balance balance) {
        HoldingView newest = null;
        for (HoldingView holding : holdings) {
            if (holding.year() == balance.whole().year() && holding.residual().compareTo(balance.residual()) == 0) {
                newest = holding;
            }
        }
        return newest;
    }

    /** Whether every whole is met, exceeded where that is stricter, or its residual signed for. */
    public boolean closes() {
        return balances.stream().allMatch(this::stands);
    }

    /** Only a sum can be held by somebody; a ratio or a common floor that is missed is missed. */
    public boolean stands(Balance balance) {
        HoldingView holding = law == SplitLaw.ADDITIVE ? holding(balance) : null;
        return balance.closes() || (holding != null && holding.isSigned());
    }

    public boolean isComplete() {
        return !lines.isEmpty()
                && (!numeric
                        || lines.stream()
                                .allMatch(line ->
                                        line.value() != null && (law != SplitLaw.RATIO || line.denominator() != null)));
    }
}
