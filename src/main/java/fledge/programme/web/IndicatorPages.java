package fledge.programme.web;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.identity.UnitService;
import fledge.identity.UnitView;
import fledge.kernel.Measure;
import fledge.kernel.Quarter;
import fledge.programme.Base;
import fledge.programme.Bounds;
import fledge.programme.DefinitionView;
import fledge.programme.FigureStatus;
import fledge.programme.IndicatorView;
import fledge.programme.Pace;
import fledge.programme.ProgrammeService;
import fledge.programme.ProgrammeView;
import fledge.programme.Source;
import fledge.programme.SplitLaw;
import fledge.programme.TargetView;
import fledge.programme.rules.AbsoluteTarget;
import fledge.programme.rules.Accumulation;
import fledge.programme.rules.Comparison;
import fledge.programme.rules.Direction;
import fledge.programme.rules.Operator;
import fledge.programme.rules.PaceProfile;
import fledge.tenancy.PortalClock;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the page models of indicators and their forms. */
@Component
class IndicatorPages {

    private final ProgrammeService programmes;
    private final ProgrammePages programmePages;
    private final UnitService units;
    private final PortalClock clock;
    private final Wording wording;

    IndicatorPages(
            ProgrammeService programmes,
            ProgrammePages programmePages,
            UnitService units,
            PortalClock clock,
            Wording wording) {
        this.programmes = programmes;
        this.programmePages = programmePages;
        this.units = units;
        this.clock = clock;
        this.wording = wording;
    }

    /** A line of a summary. */
    record Line(
            String label, @Nullable String text, @Nullable String href) {}

    record ShowPage(
            UUID id,
            UUID programmeId,
            String programme,
            boolean sample,
            String name,
            List<String> remarks,
            List<Line> summary,
            List<Unit> units,
            List<String> reporting,
            List<Goal> targets,
            @Nullable String absolute,
            @Nullable String increment,
            @Nullable String quote,
            boolean additive,
            int definitions,
            boolean mayEdit) {}

    record Unit(String name, boolean lead) {}

    record Goal(
            UUID id,
            @Nullable String year,
            String text,
            String status,
            boolean missing,
            boolean finalTarget,
            @Nullable String source) {}

    record FormPage(
            @Nullable UUID id,
            UUID programmeId,
            String programme,
            int version,
            Map<String, @Nullable String> values,
            List<@Nullable String> responsible,
            List<Option> comparisons,
            List<Option> accumulations,
            List<Option> directions,
            List<Option> splitLaws,
            List<Option> paces,
            List<Option> measures,
            List<Option> qualities,
            List<Option> units,
            List<Option> yesNo) {}

    record TargetsPage(
            UUID id,
            UUID programmeId,
            String programme,
            String name,
            String measure,
            List<Goal> targets,
            List<Option> operators,
            List<Option> statuses,
            List<Option> yesNo) {}

    @Transactional(readOnly = true)
    ShowPage show(UUID id) {
        IndicatorView indicator = programmes.indicator(id);
        ProgrammeView programme = programmes.programme(indicator.programmeId());
        Map<UUID, UnitView> byId = units.byId();
        AbsoluteTarget absolute = indicator.absoluteTarget().orElse(null);
        return new ShowPage(
                id,
                programme.id(),
                wording.name(programme),
                programme.isSample(),
                indicator.name(wording.locale()),
                remarks(indicator),
                summary(indicator),
                IntStream.range(0, indicator.responsibleUnits().size())
                        .mapToObj(at -> new Unit(
                                wording.unit(byId, indicator.responsibleUnits().get(at)), at == 0))
                        .toList(),
                indicator.reportingUnits().stream()
                        .map(unit -> wording.unit(byId, unit))
                        .toList(),
                goals(indicator),
                absolute == null ? null : wording.value(absolute.level(), indicator.valueMeasure()),
                absolute == null ? null : wording.value(absolute.increment(), indicator.valueMeasure()),
                indicator.source().quote(),
                indicator.isAdditive(),
                indicator.definitions().size(),
                programme.isDraft() && Actor.current().may(Right.PROGRAMME_EDIT));
    }

    /** What the reader must know before a figure: that growth cannot be computed, or that the target is lost. */
    private List<String> remarks(IndicatorView indicator) {
        List<String> remarks = new ArrayList<>();
        Base base = indicator.base();
        if (indicator.comparison().dividesByBaseline() && (base == null || base.isMissing())) {
            remarks.add(wording.text("programme.indicator.notComputable"));
        }
        TargetView target = indicator.finalTarget().orElse(null);
        if (target != null && target.isMissing()) {
            String reason = target.missingReason();
            remarks.add(wording.text("programme.indicator.targetNotAvailable", reason == null ? "" : reason));
        }
        return remarks;
    }

    private List<Line> summary(IndicatorView indicator) {
        List<Line> lines = new ArrayList<>();
        line(lines, "code", indicator.code());
        line(lines, "group", indicator.group(wording.locale()));
        DefinitionView current = indicator
                .definitionIn(Quarter.of(clock.now().atZone(PortalClock.ZONE).toLocalDate()))
                .orElse(null);
        Locale locale = wording.locale();
        line(lines, "definition", current == null ? indicator.definition(locale) : current.text(locale));
        line(lines, "comparison", wording.text(indicator.comparison()));
        line(
                lines,
                "formulaText",
                current == null ? indicator.formulaText() : current.content().formula());
        if (indicator.comparison().isShare()) {
            line(lines, "numerator", current == null ? indicator.numerator(locale) : current.numerator(locale));
            line(lines, "denominator", current == null ? indicator.denominator(locale) : current.denominator(locale));
        }
        if (current != null && current.number() > 1) {
            line(lines, "population", current.population());
            line(lines, "dataSource", current.dataSource());
            line(lines, "legalBasis", current.legalBasis());
        }
        line(lines, "accumulation", wording.text(indicator.accumulation()));
        line(lines, "direction", wording.text(indicator.direction()));
        line(lines, "splitLaw", wording.text(indicator.splitLaw()));
        line(lines, "measure", wording.text(indicator.measure()));
        line(lines, "valueMeasure", wording.text(indicator.valueMeasure()));
        if (indicator.base() != null || indicator.comparison().dividesByBaseline()) {
            line(lines, "base", programmePages.base(indicator));
        }
        Base base = indicator.base();
        if (base != null && !base.isMissing()) {
            line(lines, "baselineQuality", wording.text(base.quality()));
        }
        Integer finalMonth = indicator.finalMonth();
        line(
                lines,
                "standing",
                finalMonth == null
                        ? wording.text("programme.indicator.finalAtOnce")
                        : wording.text("programme.indicator.finalIn", finalMonth));
        line(lines, "pace", pace(indicator.pace()));
        line(
                lines,
                "lights",
                wording.text(
                        "programme.indicator.lightsFrom",
                        indicator.yellowFrom().stripTrailingZeros().toPlainString(),
                        indicator.redFrom().stripTrailingZeros().toPlainString()));
        line(lines, "sourceDocument", indicator.source().document());
        return lines;
    }

    private String pace(PaceProfile pace) {
        return pace.kind() == PaceProfile.Kind.BY_HAND
                ? wording.text(
                        "programme.indicator.paceByHand",
                        percent(pace.first()),
                        percent(pace.second()),
                        percent(pace.third()))
                : wording.text(pace.kind());
    }

    private static String percent(@Nullable BigDecimal value) {
        return value == null ? "" : value.stripTrailingZeros().toPlainString();
    }

    private void line(List<Line> lines, String field, @Nullable String text) {
        lines.add(new Line(wording.text("programme.indicator.show." + field), text, null));
    }

    private List<Goal> goals(IndicatorView indicator) {
        return indicator.targets().stream()
                .map(target -> {
                    Integer year = target.year();
                    return new Goal(
                            target.id(),
                            year == null ? null : wording.text("programme.period.one", year.toString()),
                            wording.target(target, indicator.measure()),
                            wording.text(target.status()),
                            target.isMissing(),
                            target.finalTarget(),
                            target.source());
                })
                .toList();
    }

    @Transactional(readOnly = true)
    FormPage blank(UUID programmeId) {
        ProgrammeView programme = programmes.programme(programmeId);
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        values.put("direction", Direction.HIGHER.name());
        values.put("mayFall", "true");
        bounds(values, Bounds.USUAL, Measure.COUNT);
        values.put("paceProfile", PaceProfile.Kind.LINEAR.name());
        values.put("yellowFrom", wording.plain(Pace.USUAL.yellowFrom(), Measure.COUNT));
        values.put("redFrom", wording.plain(Pace.USUAL.redFrom(), Measure.COUNT));
        return form(null, programme, 0, values, List.of());
    }

    @Transactional(readOnly = true)
    FormPage edit(UUID id) {
        IndicatorView indicator = programmes.indicator(id);
        ProgrammeView programme = programmes.programme(indicator.programmeId());
        return form(id, programme, indicator.version(), values(indicator), indicator.responsibleUnits());
    }

    private Map<String, @Nullable String> values(IndicatorView indicator) {
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        values.put("code", indicator.code());
        values.put("groupZh", indicator.groupZh());
        values.put("groupEn", indicator.groupEn());
        values.put("nameZh", indicator.nameZh());
        values.put("nameEn", indicator.nameEn());
        values.put("comparison", indicator.comparison().name());
        values.put("accumulation", indicator.accumulation().name());
        values.put("direction", indicator.direction().name());
        values.put("splitLaw", indicator.splitLaw().name());
        values.put("measure", indicator.measure().name());
        values.put("valueMeasure", indicator.valueMeasure().name());
        values.put("definitionZh", indicator.definitionZh());
        values.put("definitionEn", indicator.definitionEn());
        values.put("formulaText", indicator.formulaText());
        values.put("numeratorZh", indicator.numeratorZh());
        values.put("numeratorEn", indicator.numeratorEn());
        values.put("denominatorZh", indicator.denominatorZh());
        values.put("denominatorEn", indicator.denominatorEn());
        Base base = indicator.base();
        if (base != null) {
            Integer year = base.year();
            values.put("baselineYear", year == null ? null : year.toString());
            values.put("baselineValue", wording.plain(base.value(), indicator.valueMeasure()));
            values.put("baselineQuality", base.quality().name());
            values.put("baselineNote", base.note());
        }
        bounds(values, indicator.bounds(), indicator.valueMeasure());
        values.put("mayFall", Boolean.toString(indicator.bounds().mayFall()));
        values.put("paceProfile", indicator.pace().kind().name());
        values.put("paceQ1", wording.plain(indicator.pace().first(), Measure.COUNT));
        values.put("paceQ2", wording.plain(indicator.pace().second(), Measure.COUNT));
        values.put("paceQ3", wording.plain(indicator.pace().third(), Measure.COUNT));
        values.put("yellowFrom", wording.plain(indicator.yellowFrom(), Measure.COUNT));
        values.put("redFrom", wording.plain(indicator.redFrom(), Measure.COUNT));
        Source source = indicator.source();
        Integer finalMonth = indicator.finalMonth();
        values.put("finalMonth", finalMonth == null ? null : finalMonth.toString());
        Integer line = source.line();
        values.put("sourceDocument", source.document());
        values.put("sourceLine", line == null ? null : line.toString());
        values.put("sourceQuote", source.quote());
        return values;
    }

    private void bounds(Map<String, @Nullable String> values, Bounds bounds, Measure measure) {
        values.put("lowerBound", wording.plain(bounds.lower(), measure));
        values.put("upperBound", wording.plain(bounds.upper(), measure));
        values.put("changeBoundPercent", wording.plain(bounds.changeBoundPercent(), Measure.COUNT));
    }

    private FormPage form(
            @Nullable UUID id,
            ProgrammeView programme,
            int version,
            Map<String, @Nullable String> values,
            List<UUID> responsible) {
        List<@Nullable String> chosen = new ArrayList<>();
        for (int at = 0; at < IndicatorForm.UNITS; at++) {
            chosen.add(at < responsible.size() ? responsible.get(at).toString() : null);
        }
        return new FormPage(
                id,
                programme.id(),
                wording.name(programme),
                version,
                values,
                chosen,
                wording.options(Comparison.class),
                wording.options(Accumulation.class),
                wording.options(Direction.class),
                wording.options(SplitLaw.class),
                wording.options(PaceProfile.Kind.class),
                wording.options(Measure.class),
                wording.options(FigureStatus.class),
                units.units().stream()
                        .map(unit -> new Option(unit.id().toString(), unit.name(wording.locale())))
                        .toList(),
                yesNo());
    }

    @Transactional(readOnly = true)
    TargetsPage targets(UUID id) {
        IndicatorView indicator = programmes.indicator(id);
        ProgrammeView programme = programmes.programme(indicator.programmeId());
        return new TargetsPage(
                id,
                programme.id(),
                wording.name(programme),
                indicator.name(wording.locale()),
                wording.text(indicator.measure()),
                goals(indicator),
                wording.options(Operator.class),
                wording.options(FigureStatus.class),
                yesNo());
    }

    private List<Option> yesNo() {
        return List.of(
                new Option("true", wording.text("programme.yes")), new Option("false", wording.text("programme.no")));
    }
}
