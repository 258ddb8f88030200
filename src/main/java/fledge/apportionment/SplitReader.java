package fledge.apportionment;

import fledge.access.NotFound;
import fledge.programme.IndicatorView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads the splits of a set: four queries, however many there are. */
@Component
class SplitReader {

    private final TargetSets sets;
    private final SplitRepository splits;
    private final TargetLineRepository lines;
    private final ResidualHoldingRepository holdings;
    private final UnitBaseRepository bases;

    SplitReader(
            TargetSets sets,
            SplitRepository splits,
            TargetLineRepository lines,
            ResidualHoldingRepository holdings,
            UnitBaseRepository bases) {
        this.sets = sets;
        this.splits = splits;
        this.lines = lines;
        this.holdings = holdings;
        this.bases = bases;
    }

    /** Every split of the set in the order of the programme's indicators. */
    List<SplitView> all(TargetSet set) {
        Map<UUID, Split> bySplit =
                splits.findBySetId(set.id()).stream().collect(Collectors.toMap(Split::indicatorId, split -> split));
        Map<UUID, List<LineView>> live = lines.ofSet(set.id()).stream()
                .filter(TargetLine::isLive)
                .map(TargetLine::view)
                .collect(Collectors.groupingBy(LineView::indicatorId));
        List<HoldingView> named = holdings(set.id());
        List<SplitView> views = new ArrayList<>();
        sets.indicators(set.programmeId()).forEach((id, indicator) -> {
            Split split = bySplit.get(id);
            if (split != null) {
                views.add(view(set, split, indicator, live.getOrDefault(id, List.of()), named, Map.of()));
            }
        });
        return views;
    }

    SplitView one(TargetSet set, UUID indicatorId) {
        Split split = splits.findBySetIdAndIndicatorId(set.id(), indicatorId)
                .orElseThrow(() -> new NotFound("split " + indicatorId));
        Map<UUID, BigDecimal> base = new HashMap<>();
        bases.findByIndicatorId(indicatorId).forEach(known -> base.put(known.unitId(), known.value()));
        return view(
                set,
                split,
                indicator(set, indicatorId),
                lines.ofSplit(set.id(), indicatorId).stream()
                        .filter(TargetLine::isLive)
                        .map(TargetLine::view)
                        .toList(),
                holdings(set.id()),
                base);
    }

    IndicatorView indicator(TargetSet set, UUID indicatorId) {
        IndicatorView indicator = sets.indicators(set.programmeId()).get(indicatorId);
        if (indicator == null) {
            throw new NotFound("indicator " + indicatorId);
        }
        return indicator;
    }

    private List<HoldingView> holdings(UUID setId) {
        return holdings.findBySetIdOrderById(setId).stream()
                .map(ResidualHolding::view)
                .toList();
    }

    private static SplitView view(
            TargetSet set,
            Split split,
            IndicatorView indicator,
            List<LineView> lines,
            List<HoldingView> holdings,
            Map<UUID, BigDecimal> bases) {
        SplitTerms terms = new SplitTerms(indicator);
        return new SplitView(
                set.view(),
                indicator,
                split.law(),
                terms.measure(),
                terms.isNumeric(),
                terms.mayBeQuarterly(),
                split.quarterly(),
                split.method(),
                split.basis(),
                terms.periods(split.quarterly()),
                lines,
                terms.balances(lines),
                holdings.stream()
                        .filter(holding -> holding.indicatorId().equals(indicator.id()))
                        .toList(),
                bases);
    }
}
