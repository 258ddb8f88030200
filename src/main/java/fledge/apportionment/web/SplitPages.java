package fledge.apportionment.web;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.apportionment.LineView;
import fledge.apportionment.Period;
import fledge.apportionment.SplitView;
import fledge.apportionment.TargetLineStatus;
import fledge.apportionment.TargetSetService;
import fledge.apportionment.TargetSetStatus;
import fledge.apportionment.TargetSetView;
import fledge.identity.UnitView;
import fledge.kernel.Measure;
import fledge.programme.IndicatorView;
import fledge.programme.ProgrammeService;
import fledge.programme.SplitLaw;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the page model of the workbench: the grid of an indicator, its balances, and the same indicator in other drafts. */
@Component
class SplitPages {

    private final TargetSetService sets;
    private final ProgrammeService programmes;
    private final TargetSetPages numbers;
    private final TargetWording wording;

    SplitPages(TargetSetService sets, ProgrammeService programmes, TargetSetPages numbers, TargetWording wording) {
        this.sets = sets;
        this.programmes = programmes;
        this.numbers = numbers;
        this.wording = wording;
    }

    record Choice(String href, String label, boolean current) {}

    record Tab(
            String label,
            String href,
            boolean current,
            @Nullable String count) {}

    record Option(String value, String label) {}

    /** A cell as ui/grid draws it, with its pin. */
    record Cell(
            String id,
            String name,
            String label,
            String url,
            int version,
            String text,
            boolean locked,
            @Nullable String state,
            @Nullable String message,
            String pin,
            boolean pinned,
            String pinLabel,
            boolean pinnable,
            @Nullable String href) {}

    record Row(String unit, List<Cell> cells, String sum, String key) {}

    record UnitChoice(String id, String name, boolean chosen, String base) {}

    record Scenario(String name, TargetWording.Tag status, boolean current) {}

    record ScenarioRow(String unit, List<String> sums) {}

    record ShowPage(
            UUID set,
            UUID indicator,
            String name,
            String setName,
            String programme,
            String measure,
            String law,
            String lawNote,
            @Nullable String method,
            @Nullable String basis,
            TargetWording.Tag status,
            boolean editable,
            boolean numeric,
            boolean ratio,
            boolean summed,
            boolean mayBeQuarterly,
            boolean quarterly,
            List<Choice> indicators,
            List<Tab> tabs,
            List<String> columns,
            List<Row> rows,
            List<TargetWording.BalanceRow> balances,
            List<UnitChoice> units,
            List<Option> holders,
            List<Option> others,
            List<Scenario> scenarios,
            List<ScenarioRow> comparison,
            boolean mayName) {}

    @Transactional(readOnly = true)
    ShowPage show(UUID setId, UUID indicatorId) {
        SplitView split = sets.split(setId, indicatorId);
        TargetSetView set = split.set();
        Map<UUID, UnitView> byId = wording.units();
        boolean plans = Actor.current().may(Right.TARGET_PLAN);
        boolean editable = plans && set.status() == TargetSetStatus.DRAFT;
        List<IndicatorView> indicators = programmes.indicators(set.programmeId());
        List<TargetSetView> drafts = sets.ofProgramme(set.programmeId()).stream()
                .filter(other -> other.status() != TargetSetStatus.CANCELLED)
                .toList();
        IndicatorView indicator = split.indicator();
        return new ShowPage(
                setId,
                indicatorId,
                indicator.name(wording.locale()),
                set.name(),
                programmes.programme(set.programmeId()).name(wording.locale()),
                wording.text(split.measure()),
                wording.text(split.law()),
                wording.text("apportionment.law." + split.law()),
                split.method() == null ? null : wording.text(split.method()),
                split.basis(),
                wording.tag(set.status()),
                editable,
                split.numeric(),
                split.law() == SplitLaw.RATIO,
                isSummed(split),
                split.mayBeQuarterly(),
                split.quarterly(),
                indicators.stream()
                        .map(other -> new Choice(
                                other.id().toString(),
                                other.name(wording.locale()),
                                other.id().equals(indicatorId)))
                        .toList(),
                drafts.stream()
                        .map(other -> new Tab(
                                other.name() + " · " + numbers.number(other),
                                "/target-sets/" + other.id() + "/splits/" + indicatorId,
                                other.id().equals(setId),
                                null))
                        .toList(),
                columns(split),
                rows(split, byId, editable),
                split.balances().stream()
                        .map(balance -> wording.balance(split, balance, byId))
                        .toList(),
                editable ? choices(split, byId) : List.of(),
                split.units().stream()
                        .map(unit -> new Option(unit.toString(), wording.unit(byId, unit)))
                        .toList(),
                indicators.stream()
                        .filter(other -> !other.id().equals(indicatorId))
                        .map(other -> new Option(other.id().toString(), other.name(wording.locale())))
                        .toList(),
                drafts.stream()
                        .map(other -> new Scenario(
                                other.name() + " · " + numbers.number(other),
                                wording.tag(other.status()),
                                other.id().equals(setId)))
                        .toList(),
                drafts.size() > 1 ? comparison(split, drafts, byId) : List.of(),
                plans
                        && (set.status() == TargetSetStatus.DRAFT
                                || set.status() == TargetSetStatus.CONSULTATION
                                || set.status() == TargetSetStatus.SUBMITTED));
    }

    private static boolean isSummed(SplitView split) {
        return split.law() == SplitLaw.ADDITIVE || split.law() == SplitLaw.RANGE;
    }

    private List<String> columns(SplitView split) {
        List<String> columns = new ArrayList<>();
        for (Period period : split.periods()) {
            columns.add(wording.period(period));
            if (split.law() == SplitLaw.RATIO) {
                columns.add(wording.text("apportionment.denominator", wording.period(period)));
            }
        }
        return columns;
    }

    private List<Row> rows(SplitView split, Map<UUID, UnitView> byId, boolean editable) {
        List<Row> rows = new ArrayList<>();
        for (UUID unit : split.units()) {
            String name = wording.unit(byId, unit);
            List<Cell> cells = new ArrayList<>();
            for (Period period : split.periods()) {
                LineView line = split.lines().stream()
                        .filter(one -> one.unitId().equals(unit) && one.period().equals(period))
                        .findFirst()
                        .orElse(null);
                if (line != null) {
                    cells.add(cell(split, line, name, false, editable));
                    if (split.law() == SplitLaw.RATIO) {
                        cells.add(cell(split, line, name, true, editable));
                    }
                }
            }
            rows.add(new Row(
                    name,
                    cells,
                    isSummed(split) ? wording.shown(split.sumOf(unit), split.measure()) : "",
                    "sum-" + unit));
        }
        return rows;
    }

    private Cell cell(SplitView split, LineView line, String unit, boolean denominator, boolean editable) {
        Measure measure = split.measure();
        BigDecimal number = denominator ? line.denominator() : line.value();
        boolean writable = editable && split.numeric() && line.status().isWritable();
        String kind = denominator ? "denominator" : "value";
        String label = wording.text("apportionment.cell", unit, wording.period(line.period()), wording.text(measure));
        boolean told = line.status() != TargetLineStatus.PROPOSED && !denominator;
        return new Cell(
                kind + "-" + line.id(),
                kind + "-" + line.id(),
                denominator ? wording.text("apportionment.denominator", label) : label,
                "/target-sets/" + split.set().id() + "/lines/" + line.id() + "/" + kind,
                line.version(),
                writable
                        ? wording.plain(number, measure)
                        : split.numeric() ? wording.shown(number, measure) : wording.text("apportionment.carried"),
                !writable,
                null,
                told ? wording.text(line.status()) : null,
                "pin-" + line.id(),
                line.pinned(),
                wording.text("apportionment.pin", label),
                writable && !denominator && isSummed(split),
                "/target-lines/" + line.id());
    }

    private List<UnitChoice> choices(SplitView split, Map<UUID, UnitView> byId) {
        List<UUID> chosen = split.units();
        return Stream.concat(chosen.stream(), byId.keySet().stream().filter(unit -> !chosen.contains(unit)))
                .map(unit -> new UnitChoice(
                        unit.toString(),
                        wording.unit(byId, unit),
                        chosen.contains(unit),
                        wording.plain(split.bases().get(unit), split.measure())))
                .toList();
    }

    /** What each unit carries in all periods together, draft by draft. */
    private List<ScenarioRow> comparison(SplitView split, List<TargetSetView> drafts, Map<UUID, UnitView> byId) {
        Map<UUID, Map<UUID, BigDecimal>> sums = new LinkedHashMap<>();
        for (LineView line :
                sets.scenarios(split.set().programmeId(), split.indicator().id())) {
            BigDecimal value = line.value();
            if (value != null) {
                sums.computeIfAbsent(line.unitId(), unit -> new LinkedHashMap<>())
                        .merge(line.setId(), value, BigDecimal::add);
            }
        }
        return sums.entrySet().stream()
                .map(unit -> new ScenarioRow(
                        wording.unit(byId, unit.getKey()),
                        drafts.stream()
                                .map(draft -> wording.shown(unit.getValue().get(draft.id()), split.measure()))
                                .toList()))
                .toList();
    }

    /** What the grid's script shows after a cell was kept: the row's sum, and each balance below. */
    Map<String, Object> totals(SplitView split) {
        Map<String, Object> totals = new LinkedHashMap<>();
        Map<UUID, UnitView> byId = wording.units();
        split.units().forEach(unit -> totals.put("sum-" + unit, wording.shown(split.sumOf(unit), split.measure())));
        split.balances().forEach(balance -> {
            TargetWording.BalanceRow row = wording.balance(split, balance, byId);
            totals.put("reached-" + row.year(), row.reached());
            totals.put("residual-" + row.year(), row.residual());
            totals.put("state-" + row.year(), row.state().text());
        });
        return totals;
    }
}
