package fledge.apportionment;

import fledge.access.NotFound;
import fledge.programme.IndicatorView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads splits of a set: as many queries for one as for all of them. */
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

    /** Every split of the set in the order of the programme's indicators, without what units had in the base period. */
    List<SplitView> all(TargetSet set) {
        return views(set, splits.findBySetId(set.id()), lines.ofSet(set.id()), List.of());
    }

    /** Those of these indicators, in the order of the programme's. */
    List<SplitView> of(TargetSet set, Collection<UUID> indicatorIds) {
        List<Split> found = splits.findBySetIdAndIndicatorIdIn(set.id(), indicatorIds);
        if (found.size() < indicatorIds.size()) {
            throw new NotFound("one of the splits " + indicatorIds);
        }
        return views(set, found, lines.ofSplits(set.id(), indicatorIds), bases.findByIndicatorIdIn(indicatorIds));
    }

    SplitView one(TargetSet set, UUID indicatorId) {
        return of(set, Set.of(indicatorId)).getFirst();
    }

    private List<SplitView> views(TargetSet set, List<Split> found, List<TargetLine> written, List<UnitBase> known) {
        Map<UUID, Split> bySplit = found.stream().collect(Collectors.toMap(Split::indicatorId, split -> split));
        Map<UUID, List<LineView>> live = written.stream()
                .filter(TargetLine::isLive)
                .map(TargetLine::view)
                .collect(Collectors.groupingBy(LineView::indicatorId));
        Map<UUID, Map<UUID, BigDecimal>> base = known.stream()
                .collect(Collectors.groupingBy(
                        UnitBase::indicatorId, Collectors.toMap(UnitBase::unitId, UnitBase::value)));
        List<HoldingView> named = holdings(set.id());
        List<SplitView> views = new ArrayList<>();
        sets.indicators(set.programmeId()).forEach((id, indicator) -> {
            Split split = bySplit.get(id);
            if (split != null) {
                views.add(view(
                        set,
                        split,
                        indicator,
                        live.getOrDefault(id, List.of()),
                        named,
                        base.getOrDefault(id, Map.of())));
            }
        });
        return views;
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
                split.id(),
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
