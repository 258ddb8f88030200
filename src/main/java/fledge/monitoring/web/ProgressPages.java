package fledge.monitoring.web;

import fledge.identity.UnitService;
import fledge.identity.UnitView;
import fledge.kernel.Measure;
import fledge.kernel.Quarter;
import fledge.monitoring.IndicatorHistory;
import fledge.monitoring.IndicatorProgress;
import fledge.monitoring.ProgressService;
import fledge.monitoring.ProgressView;
import fledge.monitoring.rules.Light;
import fledge.monitoring.rules.QuarterTotal;
import fledge.monitoring.web.RestatementRows.RestatementRow;
import fledge.programme.IndicatorView;
import fledge.programme.ProgrammeService;
import fledge.programme.ProgrammeView;
import fledge.programme.TargetView;
import fledge.programme.rules.AbsoluteTarget;
import fledge.programme.rules.Accumulation;
import fledge.programme.rules.Evaluation;
import fledge.programme.rules.Item;
import fledge.programme.rules.Operator;
import fledge.programme.rules.PaceProfile;
import fledge.programme.rules.Verdict;
import fledge.ui.Formats;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Progress laid out: numbers in their measure, lights with words, who is missing by name, and the chart of an indicator. */
@Component
class ProgressPages {

    static final ProgressListPage NOTHING =
            new ProgressListPage(null, false, null, List.of(), List.of(), List.of(), List.of(), List.of());

    private final ProgressService progress;
    private final UnitService units;
    private final ProgrammeService programmes;
    private final ReturnPages returns;
    private final BasisWording basis;
    private final RestatementRows restatements;
    private final AddedParts parts;
    private final Formats formats;

    ProgressPages(
            ProgressService progress,
            UnitService units,
            ProgrammeService programmes,
            ReturnPages returns,
            BasisWording basis,
            RestatementRows restatements,
            AddedParts parts,
            Formats formats) {
        this.progress = progress;
        this.units = units;
        this.programmes = programmes;
        this.returns = returns;
        this.basis = basis;
        this.restatements = restatements;
        this.parts = parts;
        this.formats = formats;
    }

    record ProgressListPage(
            @Nullable String programme,
            boolean sample,
            @Nullable String asOf,
            List<Tab> tabs,
            List<LightCount> lights,
            List<String> missing,
            List<Group> groups,
            List<RestatementRow> restatements) {}

    record Tab(
            String label,
            String href,
            boolean current,
            @Nullable Integer count) {}

    record LightCount(String light, long count) {}

    record Group(String name, List<Row> rows) {}

    /** An indicator's line: everything in words and numbers as shown. */
    record Row(
            UUID id,
            String indicator,
            @Nullable String lead,
            @Nullable String target,
            @Nullable String asOf,
            @Nullable String accumulated,
            @Nullable String measured,
            @Nullable String completion,
            @Nullable String expected,
            String light,
            String words,
            String verdict,
            @Nullable String wording,
            List<String> missing,
            @Nullable String unsettled) {}

    record ProgressShowPage(
            Row row,
            @Nullable String definition,
            @Nullable String formula,
            @Nullable String base,
            @Nullable String absolute,
            @Nullable String increment,
            String programme,
            UUID programmeId,
            boolean sample,
            String pace,
            @Nullable String difference,
            List<Break> breaks,
            List<Comparison> comparisons,
            List<Forecasted> forecasts,
            @Nullable Chart chart,
            List<Contribution> contributions,
            List<Frozen> lights,
            List<YearRow> years,
            List<RestatementRow> restatements,
            List<AddedPart> parts) {}

    /** A change of definition in the series, or without a bridge. */
    record Break(String quarter, String name, String href, String reason, boolean bridged) {}

    /** A figure beside an earlier one: the growth, or why there is none. */
    record Comparison(
            String label,
            @Nullable String now,
            String nowLineage,
            @Nullable String then,
            String thenLineage,
            @Nullable String onBasis,
            String growth) {}

    /** What the year may come to, by one method, and the figures it goes by. */
    record Forecasted(
            String method,
            String basis,
            String lineage,
            @Nullable String value,
            @Nullable String low,
            @Nullable String high) {}

    record Chart(
            String title,
            String description,
            String unit,
            List<String> categories,
            List<Series> series,
            List<String> breaks) {}

    record Series(String name, String kind, List<Point> points) {}

    record Point(@Nullable BigDecimal value, @Nullable String text) {}

    record Contribution(
            String quarter,
            String unit,
            @Nullable String item,
            @Nullable String value,
            @Nullable String standing,
            String definition,
            String href,
            String lineage) {}

    record Frozen(
            String quarter,
            String at,
            String light,
            @Nullable String completion,
            @Nullable String expected,
            String rule) {}

    record YearRow(
            String year,
            @Nullable String measured,
            @Nullable String completion,
            String verdict) {}

    /** The running programme, or else the first one. */
    @Transactional(readOnly = true)
    ProgressListPage first() {
        return programmes
                .running()
                .or(() -> programmes.programmes().stream().findFirst())
                .map(programme -> list(programme.id()))
                .orElse(NOTHING);
    }

    @Transactional(readOnly = true)
    ProgressListPage list(UUID programmeId) {
        return list(progress.progress(programmeId));
    }

    private ProgressListPage list(ProgressView progress) {
        Map<UUID, UnitView> byId = units.byId();
        var groups = new LinkedHashMap<String, List<Row>>();
        for (IndicatorProgress indicator : progress.indicators()) {
            groups.computeIfAbsent(indicator.indicator().group(formats.locale()), name -> new ArrayList<>())
                    .add(row(indicator, byId));
        }
        ProgrammeView shown = progress.programme();
        return new ProgressListPage(
                shown.name(formats.locale()),
                shown.isSample(),
                progress.newest() == null
                        ? null
                        : formats.period(progress.newest().period()),
                programmes.programmes().stream()
                        .map(programme -> new Tab(
                                programme.name(formats.locale()),
                                "/progress/programmes/" + programme.id(),
                                programme.id().equals(shown.id()),
                                null))
                        .toList(),
                Arrays.stream(Light.values())
                        .map(light -> new LightCount(light.name(), progress.count(light)))
                        .toList(),
                progress.missing().stream().map(id -> name(byId, id)).sorted().toList(),
                groups.entrySet().stream()
                        .map(group -> new Group(group.getKey(), group.getValue()))
                        .toList(),
                restatements(progress));
    }

    /** The notes on a programme's figures that were replaced. */
    List<RestatementRow> restatements(ProgressView progress) {
        return restatements.of(
                this.progress.restatements(progress.programme().id()),
                progress.indicators().stream().map(IndicatorProgress::indicator).toList());
    }

    Row row(IndicatorProgress progress, Map<UUID, UnitView> byId) {
        IndicatorView indicator = progress.indicator();
        Evaluation evaluation = progress.evaluation();
        return new Row(
                indicator.id(),
                indicator.name(formats.locale()),
                indicator.leadUnit().map(id -> name(byId, id)).orElse(null),
                returns.target(indicator),
                progress.asOf() == null ? null : formats.quarter(progress.asOf()),
                accumulated(progress),
                evaluation == null ? null : measured(indicator, evaluation.measured()),
                evaluation == null ? null : formats.percent(evaluation.completion()),
                formats.percent(progress.expected()),
                progress.rating().light().name(),
                words(progress),
                verdict(evaluation),
                progress.wording(),
                progress.missing().stream().map(id -> name(byId, id)).toList(),
                progress.unsettled().isEmpty()
                        ? null
                        : formats.text(
                                "monitoring.progress.unsettled",
                                progress.unsettled().stream().map(formats::text).collect(Collectors.joining("、"))));
    }

    /** Without a goal there is nothing to rate, which is something else than nothing reported. */
    private String words(IndicatorProgress progress) {
        Evaluation evaluation = progress.evaluation();
        return evaluation != null && evaluation.verdict() == Verdict.REPORTED
                ? formats.text("monitoring.progress.not-rated")
                : formats.text(progress.rating().words());
    }

    private String verdict(@Nullable Evaluation evaluation) {
        if (evaluation == null) {
            return formats.text("monitoring.progress.no-years");
        }
        return evaluation.obstacle() == null ? formats.text(evaluation.verdict()) : formats.text(evaluation.obstacle());
    }

    private @Nullable String accumulated(IndicatorProgress progress) {
        String number =
                formats.number(progress.accumulated(), progress.indicator().valueMeasure());
        return number == null
                ? null
                : number + formats.measure(progress.indicator().valueMeasure());
    }

    /** A rate is shown with two decimals, a count as counted. */
    private @Nullable String measured(IndicatorView indicator, @Nullable BigDecimal value) {
        if (value == null) {
            return null;
        }
        return switch (indicator.measure()) {
            case PERCENT, RATIO, PERCENTAGE_POINTS -> formats.rounded(value) + formats.measure(indicator.measure());
            default -> formats.number(value, indicator.measure()) + formats.measure(indicator.measure());
        };
    }

    @Nullable
    String target(IndicatorView indicator) {
        TargetView target = indicator.finalTarget().orElse(null);
        if (target == null) {
            return null;
        }
        if (target.operator() == Operator.QUALITATIVE) {
            return formats.text("monitoring.target.qualitative");
        }
        String number = formats.number(target.value(), indicator.measure());
        if (number == null) {
            return formats.text("monitoring.target.missing");
        }
        String upper = formats.number(target.upper(), indicator.measure());
        return formats.text(target.operator()) + " " + number + (upper == null ? "" : "–" + upper)
                + formats.measure(indicator.measure());
    }

    @Transactional(readOnly = true)
    ProgressShowPage indicator(UUID indicatorId) {
        return indicator(progress.history(indicatorId));
    }

    private ProgressShowPage indicator(IndicatorHistory history) {
        Map<UUID, UnitView> byId = units.byId();
        IndicatorProgress progress = history.progress();
        IndicatorView indicator = progress.indicator();
        ProgrammeView programme = programmes.programme(indicator.programmeId());
        Measure valueMeasure = indicator.valueMeasure();
        AbsoluteTarget absolute = indicator.absoluteTarget().orElse(null);
        Evaluation evaluation = progress.evaluation();
        return new ProgressShowPage(
                row(progress, byId),
                basis.definition(formats.locale(), indicator),
                basis.formula(indicator),
                base(indicator),
                absolute == null
                        ? null
                        : formats.number(absolute.level(), valueMeasure) + formats.measure(valueMeasure),
                absolute == null || absolute.increment() == null
                        ? null
                        : formats.number(absolute.increment(), valueMeasure) + formats.measure(valueMeasure),
                programme.name(formats.locale()),
                programme.id(),
                programme.isSample(),
                pace(progress),
                evaluation == null || evaluation.completion() == null
                        ? null
                        : difference(indicator, evaluation.difference()),
                basis.breaks(indicator),
                basis.comparisons(progress),
                basis.forecasts(progress),
                chart(progress, absolute),
                history.contributions().stream()
                        .map(one -> new Contribution(
                                formats.period(one.period()),
                                name(byId, one.unitId()),
                                itemLabel(indicator, one.item()),
                                returns.content(one.item(), one.value(), one.wording(), valueMeasure, false),
                                formats.text(one.standing()),
                                formats.text("programme.definition.name", one.definition()),
                                "/returns/" + one.returnId(),
                                LineagePages.address(indicator.id(), one.period(), one.unitId())))
                        .toList(),
                history.lights().stream()
                        .map(light -> new Frozen(
                                formats.quarter(light.quarter()),
                                Objects.requireNonNullElse(formats.minute(light.at()), ""),
                                light.light().name(),
                                formats.percent(light.completion()),
                                formats.percent(light.expected()),
                                light.rule()))
                        .toList(),
                evaluation == null
                        ? List.of()
                        : evaluation.years().stream()
                                .map(year -> new YearRow(
                                        Integer.toString(year.year()),
                                        measured(indicator, year.measured()),
                                        formats.percent(year.completion()),
                                        formats.text(year.verdict())))
                                .toList(),
                restatements.of(history.restatements(), List.of(indicator)),
                parts.ofIndicator(indicator));
    }

    /** The profile by name, and that another one stands in where last year is not known. */
    String pace(IndicatorProgress progress) {
        PaceProfile.Kind wanted = progress.indicator().pace().kind();
        return wanted == progress.pace().kind()
                ? formats.text(wanted)
                : formats.text(
                        "monitoring.pace.instead",
                        formats.text(wanted),
                        formats.text(progress.pace().kind()));
    }

    private @Nullable String difference(IndicatorView indicator, @Nullable BigDecimal difference) {
        String shown = measured(indicator, difference);
        return shown == null || difference == null ? null : (difference.signum() > 0 ? "+" : "") + shown;
    }

    private @Nullable String base(IndicatorView indicator) {
        var base = indicator.base();
        if (base == null) {
            return null;
        }
        String number = formats.number(base.value(), indicator.valueMeasure());
        return number == null
                ? formats.text("monitoring.base.missing")
                : (base.year() == null ? "" : base.year() + " ") + number + formats.measure(indicator.valueMeasure());
    }

    private @Nullable String itemLabel(IndicatorView indicator, Item item) {
        return switch (item) {
            case NUMERATOR -> indicator.numerator(formats.locale());
            case DENOMINATOR -> indicator.denominator(formats.locale());
            default -> null;
        };
    }

    /** Quarter by quarter: a flow with its running sum, a stock as it stood, a ratio in percent; and the target line. */
    private @Nullable Chart chart(IndicatorProgress progress, @Nullable AbsoluteTarget absolute) {
        IndicatorView indicator = progress.indicator();
        var quarters = new TreeSet<Quarter>();
        progress.totals().forEach(total -> quarters.add(total.quarter()));
        if (quarters.isEmpty() || indicator.comparison().items().contains(Item.TEXT)) {
            return null;
        }
        boolean ratio = indicator.comparison().items().contains(Item.NUMERATOR);
        Measure unit = ratio ? indicator.measure() : indicator.valueMeasure();
        var series = new ArrayList<Series>();
        if (ratio) {
            series.add(series(
                    "monitoring.chart.share",
                    "line",
                    quarters,
                    quarter -> share(indicator, progress.totals(), quarter),
                    unit));
        } else {
            series.add(series(
                    "monitoring.chart.quarter",
                    "bar",
                    quarters,
                    quarter -> total(progress.totals(), Item.VALUE, quarter),
                    unit));
            if (indicator.accumulation().isFlow()) {
                series.add(series("monitoring.chart.sum", "line", quarters, quarter -> sum(progress, quarter), unit));
            }
        }
        basis.bridge(indicator, quarters).ifPresent(series::add);
        BigDecimal goal = goal(indicator, absolute, ratio);
        if (goal != null) {
            series.add(series("monitoring.chart.target", "target", quarters, quarter -> goal, unit));
        }
        return new Chart(
                indicator.name(formats.locale()),
                formats.text(
                        "monitoring.chart.description",
                        indicator.name(formats.locale()),
                        formats.quarter(quarters.first()),
                        formats.quarter(quarters.last())),
                formats.measure(unit),
                quarters.stream().map(formats::quarter).toList(),
                series,
                basis.breaks(indicator).stream()
                        .filter(one -> quarters.stream().map(formats::quarter).anyMatch(one.quarter()::equals))
                        .map(Break::quarter)
                        .toList());
    }

    private Series series(
            String key,
            String kind,
            Set<Quarter> quarters,
            Function<Quarter, @Nullable BigDecimal> value,
            Measure unit) {
        return new Series(
                formats.text(key),
                kind,
                quarters.stream()
                        .map(quarter -> {
                            BigDecimal base = value.apply(quarter);
                            return new Point(base == null ? null : unit.fromBase(base), formats.number(base, unit));
                        })
                        .collect(Collectors.toList()));
    }

    static @Nullable BigDecimal total(List<QuarterTotal> totals, Item item, Quarter quarter) {
        return totals.stream()
                .filter(total -> total.item() == item && total.quarter().equals(quarter))
                .map(QuarterTotal::value)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable BigDecimal sum(IndicatorProgress progress, Quarter until) {
        boolean yearly = progress.indicator().accumulation() == Accumulation.YEARLY_FLOW;
        return progress.totals().stream()
                .filter(total -> total.item() == Item.VALUE && total.quarter().compareTo(until) <= 0)
                .filter(total -> !yearly || total.quarter().year() == until.year())
                .map(QuarterTotal::value)
                .reduce(BigDecimal::add)
                .orElse(null);
    }

    static @Nullable BigDecimal share(IndicatorView indicator, List<QuarterTotal> totals, Quarter quarter) {
        BigDecimal part = total(totals, Item.NUMERATOR, quarter);
        BigDecimal whole = total(totals, Item.DENOMINATOR, quarter);
        if (part == null || whole == null || whole.signum() == 0) {
            return null;
        }
        boolean percent = indicator.measure() == Measure.PERCENT;
        return part.multiply(percent ? BigDecimal.valueOf(100) : BigDecimal.ONE).divide(whole, 2, RoundingMode.HALF_UP);
    }

    private static @Nullable BigDecimal goal(
            IndicatorView indicator, @Nullable AbsoluteTarget absolute, boolean ratio) {
        if (absolute != null && !ratio) {
            return absolute.level();
        }
        boolean sameMeasure =
                indicator.measure().canonical() == indicator.valueMeasure().canonical();
        return indicator
                .finalTarget()
                .filter(target -> ratio || sameMeasure)
                .map(TargetView::value)
                .orElse(null);
    }

    private String name(Map<UUID, UnitView> byId, UUID id) {
        UnitView unit = byId.get(id);
        return unit == null ? "" : unit.name(formats.locale());
    }
}
