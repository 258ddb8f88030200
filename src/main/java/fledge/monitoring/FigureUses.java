package fledge.monitoring;

import fledge.kernel.Period;
import fledge.kernel.Quarter;
import fledge.monitoring.FigureChange.Cell;
import fledge.monitoring.rules.QuarterTotal;
import fledge.programme.IndicatorView;
import fledge.programme.ProgrammeService;
import fledge.programme.rules.Item;
import fledge.programme.rules.Observations;
import fledge.programme.rules.YearResult;
import fledge.template.TemplateService;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What of monitoring used some figures. Whether a result did is not written down a second time: the result is computed with
 * another figure in their place, and used it if that makes it another result.
 */
@Component
@Order(10)
class FigureUses implements FigureUseSource {

    private final Figures figures;
    private final FrozenRatings frozen;
    private final ReturnRepository returns;
    private final ReturnVersionRepository versions;
    private final ProgrammeService programmes;
    private final TemplateService templates;

    FigureUses(
            Figures figures,
            FrozenRatings frozen,
            ReturnRepository returns,
            ReturnVersionRepository versions,
            ProgrammeService programmes,
            TemplateService templates) {
        this.figures = figures;
        this.frozen = frozen;
        this.returns = returns;
        this.versions = versions;
        this.programmes = programmes;
        this.templates = templates;
    }

    @Override
    public List<FigureUse> uses(FigureChange change) {
        var uses = new ArrayList<FigureUse>();
        UUID versionId = change.versionId();
        if (versionId != null) {
            VersionView version = versions.findById(versionId).orElseThrow().view();
            uses.add(new FigureUse(
                    "monitoring.use.version",
                    null,
                    change.period(),
                    versionId,
                    version.receipt(),
                    "/returns/" + change.returnId() + "/versions/" + version.number()));
        }
        Set<UUID> changed = change.cells().stream().map(Cell::indicatorId).collect(Collectors.toSet());
        Map<UUID, List<QuarterTotal>> totals = figures.totals(change.programmeId());
        var demand = new Demand(templates.plan(change.programmeId()), returns.waived(change.programmeId()));
        for (IndicatorView indicator : programmes.indicators(change.programmeId())) {
            if (changed.contains(indicator.id())) {
                uses.addAll(results(change, indicator, totals.getOrDefault(indicator.id(), List.of()), demand));
            }
        }
        uses.addAll(frozen.standingOn(change, changed));
        uses.addAll(comparisons(change));
        return List.copyOf(uses);
    }

    /** The quarter's total, the years and the later quarters whose results change with it. */
    private static List<FigureUse> results(
            FigureChange change, IndicatorView indicator, List<QuarterTotal> totals, Demand demand) {
        String path = "/progress/indicators/" + indicator.id();
        var uses = new ArrayList<FigureUse>();
        uses.add(new FigureUse(
                "monitoring.use.total", indicator.id(), change.period().quarter(), null, "", path));
        Set<Item> items = change.cells().stream()
                .filter(cell -> cell.indicatorId().equals(indicator.id()))
                .map(Cell::item)
                .collect(Collectors.toSet());
        var quarters = new TreeSet<Quarter>(Set.of(change.period().quarter()));
        totals.stream()
                .map(QuarterTotal::quarter)
                .filter(quarter -> quarter.compareTo(change.period().quarter()) > 0)
                .forEach(quarters::add);
        var years = new TreeSet<Integer>();
        for (Quarter asOf : quarters) {
            IndicatorProgress now = progress(indicator, totals, demand, asOf);
            for (Item item : items) {
                IndicatorProgress then = progress(
                        indicator, changed(totals, item, change.period().quarter()), demand, asOf);
                if (!isSame(now.accumulated(), then.accumulated())
                        || !isSame(now.expected(), then.expected())
                        || !Objects.equals(now.evaluation(), then.evaluation())) {
                    FigureUse use = new FigureUse("monitoring.use.result", indicator.id(), asOf, null, "", path);
                    if (!uses.contains(use)) {
                        uses.add(use);
                    }
                    years.addAll(differing(now, then));
                }
            }
        }
        years.forEach(year -> uses.add(
                new FigureUse("monitoring.use.year", indicator.id(), null, null, Integer.toString(year), path)));
        return uses;
    }

    private static IndicatorProgress progress(
            IndicatorView indicator, List<QuarterTotal> totals, Demand demand, Quarter asOf) {
        return Progress.of(indicator, totals, demand.of(indicator), asOf, Observations.NONE, null, List.of(), Map.of());
    }

    /** The totals as they would be with another figure in that place. */
    private static List<QuarterTotal> changed(List<QuarterTotal> totals, Item item, Quarter quarter) {
        var changed = new ArrayList<QuarterTotal>();
        boolean there = false;
        for (QuarterTotal total : totals) {
            boolean here = total.item() == item && total.quarter().equals(quarter);
            there |= here;
            changed.add(here ? new QuarterTotal(item, quarter, more(total.value()), total.units()) : total);
        }
        if (!there) {
            changed.add(new QuarterTotal(item, quarter, BigDecimal.ONE, 1));
        }
        return changed;
    }

    /** A number that is surely another one, and no rounding hides it. */
    private static BigDecimal more(BigDecimal value) {
        return value.abs().multiply(BigDecimal.TWO).add(BigDecimal.ONE);
    }

    private static boolean isSame(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null ? other == null : other != null && one.compareTo(other) == 0;
    }

    private static Set<Integer> differing(IndicatorProgress now, IndicatorProgress then) {
        Map<Integer, YearResult> before = years(now);
        Map<Integer, YearResult> after = years(then);
        var differing = new TreeSet<Integer>(before.keySet());
        differing.addAll(after.keySet());
        differing.removeIf(year -> Objects.equals(before.get(year), after.get(year)));
        return differing;
    }

    private static Map<Integer, YearResult> years(IndicatorProgress progress) {
        return progress.evaluation() == null
                ? Map.of()
                : progress.evaluation().years().stream().collect(Collectors.toMap(YearResult::year, year -> year));
    }

    /** The unit's returns that show these figures beside their own: of the next period and of the next year's same one. */
    private List<FigureUse> comparisons(FigureChange change) {
        Period next = change.period().plus(1);
        return returns
                .ofUnitIn(
                        change.unitId(),
                        change.programmeId(),
                        List.of(next.index(), change.period().minusYears(-1).index()))
                .stream()
                .filter(of -> of.report().status() != ReturnStatus.SCHEDULED
                        && of.report().status() != ReturnStatus.WAIVED)
                .map(of -> new FigureUse(
                        of.round().period().equals(next) ? "monitoring.use.next-quarter" : "monitoring.use.next-year",
                        null,
                        of.round().period(),
                        of.report().id(),
                        "",
                        "/returns/" + of.report().id()))
                .toList();
    }
}
