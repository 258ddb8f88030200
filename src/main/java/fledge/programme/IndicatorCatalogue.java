package fledge.programme;

import fledge.access.NotFound;
import fledge.identity.UnitKind;
import fledge.identity.UnitService;
import fledge.identity.UnitView;
import fledge.kernel.Measure;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.programme.rules.Baseline;
import fledge.programme.rules.Comparison;
import fledge.tenancy.CityMemory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** The indicators of programmes with their targets and units; it runs in its callers' transactions. */
@Component
class IndicatorCatalogue {

    private final IndicatorRepository indicators;
    private final TargetRepository targets;
    private final ResponsibilityRepository responsibilities;
    private final ReportingUnitRepository reportingUnits;
    private final IndicatorDefinitionRepository definitions;
    private final UnitService units;
    private final ApplicationEventPublisher events;
    private final CityMemory<Edition, List<IndicatorView>> published = CityMemory.ofSettled(Duration.ofMinutes(10));

    private record Edition(UUID programmeId, int version) {}

    IndicatorCatalogue(
            IndicatorRepository indicators,
            TargetRepository targets,
            ResponsibilityRepository responsibilities,
            ReportingUnitRepository reportingUnits,
            IndicatorDefinitionRepository definitions,
            UnitService units,
            ApplicationEventPublisher events) {
        this.indicators = indicators;
        this.targets = targets;
        this.responsibilities = responsibilities;
        this.reportingUnits = reportingUnits;
        this.definitions = definitions;
        this.units = units;
        this.events = events;
    }

    UUID add(Programme programme, NewIndicator made) {
        programme.requireDraft();
        check(
                made,
                indicators.byCode(programme.id(), made.code()).isEmpty(),
                units.byId().keySet());
        var indicator = indicators.save(new Indicator(programme, indicators.lastPosition(programme.id()) + 1, made));
        answer(indicator, made.responsibleUnits());
        report(indicator, made.reportingUnits());
        events.publishEvent(new IndicatorAdded(indicator.id(), indicator.nameZh(), fields(made)));
        return indicator.id();
    }

    void revise(UUID indicatorId, int version, NewIndicator made) {
        var indicator = load(indicatorId);
        indicator.programme().requireDraft();
        if (indicator.version() != version) {
            throw new ObjectOptimisticLockingFailureException(Indicator.class, indicatorId);
        }
        check(
                made,
                indicators
                        .byCode(indicator.programme().id(), made.code())
                        .filter(other -> !other.id().equals(indicatorId))
                        .isEmpty(),
                units.byId().keySet());
        Map<String, Object> before = fields(asMade(one(indicatorId)));
        Map<String, Object> after = fields(made);
        indicator.describe(made);
        answer(indicator, made.responsibleUnits());
        report(indicator, made.reportingUnits());
        events.publishEvent(new IndicatorRevised(
                indicatorId, indicator.nameZh(), Fields.differing(before, after), Fields.differing(after, before)));
    }

    /** Writes down who will fill the returns; what is collected needs somebody who does, a document of the past does not. */
    void fixReportingUnits(Programme programme) {
        List<Indicator> all = indicators.ofProgramme(programme.id());
        if (all.isEmpty()) {
            throw new RuleRefused(Reason.of("programme.programme.noIndicators"));
        }
        Map<UUID, UUID> leads = new LinkedHashMap<>();
        responsibilities
                .findByProgrammeIdOrderByPosition(programme.id())
                .forEach(responsible -> leads.putIfAbsent(responsible.indicatorId(), responsible.unitId()));
        Set<UUID> named = reportingUnits.findByProgrammeIdOrderByPosition(programme.id()).stream()
                .map(ReportingUnit::indicatorId)
                .collect(Collectors.toSet());
        List<UnitView> tree = units.units();
        List<Reason> reasons = new ArrayList<>();
        for (Indicator indicator : all) {
            UUID lead = leads.get(indicator.id());
            if (lead == null && programme.isSample()) {
                reasons.add(Reason.of("programme.programme.noLead", indicator.nameZh()));
            } else if (lead != null && !named.contains(indicator.id())) {
                report(indicator, reporters(lead, tree));
            }
        }
        RuleRefused.ifAny(reasons);
    }

    /** Fixes what each indicator counts, as its first definition. */
    void fixDefinitions(Programme programme, Instant now) {
        definitions.saveAll(indicators.ofProgramme(programme.id()).stream()
                .map(indicator -> new IndicatorDefinition(indicator, now))
                .toList());
    }

    /** The lead itself, or its members where it is a group that has any. */
    private static List<UUID> reporters(UUID lead, List<UnitView> tree) {
        boolean group = tree.stream().anyMatch(unit -> unit.id().equals(lead) && unit.kind() == UnitKind.GROUP);
        List<UUID> members = tree.stream()
                .filter(unit -> lead.equals(unit.parentId()))
                .map(UnitView::id)
                .toList();
        return group && !members.isEmpty() ? members : List.of(lead);
    }

    /** Of a published programme nothing changes without its version, so its indicators are remembered by that. */
    List<IndicatorView> ofProgramme(Programme programme) {
        return programme.isDraft()
                ? read(programme.id())
                : published.get(new Edition(programme.id(), programme.version()), () -> read(programme.id()));
    }

    UUID programmeOf(UUID indicatorId) {
        return load(indicatorId).programme().id();
    }

    private List<IndicatorView> read(UUID programmeId) {
        List<DefinedIndicator> all = indicators.withDefinitions(programmeId);
        var goals = grouped(targets.ofProgramme(programmeId), Target::indicatorId, Target::view);
        var responsible = grouped(
                responsibilities.findByProgrammeIdOrderByPosition(programmeId),
                Responsibility::indicatorId,
                Responsibility::unitId);
        var reporting = grouped(
                reportingUnits.findByProgrammeIdOrderByPosition(programmeId),
                ReportingUnit::indicatorId,
                ReportingUnit::unitId);
        var approved = DefinitionService.views(
                        all.stream().flatMap(row -> row.defined().stream()).toList())
                .stream()
                .collect(Collectors.groupingBy(DefinitionView::indicatorId));
        return all.stream()
                .map(DefinedIndicator::indicator)
                .distinct()
                .map(indicator -> indicator.view(
                        goals.getOrDefault(indicator.id(), List.of()),
                        responsible.getOrDefault(indicator.id(), List.of()),
                        reporting.getOrDefault(indicator.id(), List.of()),
                        approved.getOrDefault(indicator.id(), List.of())))
                .toList();
    }

    IndicatorView one(UUID indicatorId) {
        Indicator indicator = load(indicatorId);
        return indicator.programme().isDraft() ? read(indicator) : remembered(indicator);
    }

    private IndicatorView remembered(Indicator indicator) {
        return ofProgramme(indicator.programme()).stream()
                .filter(other -> other.id().equals(indicator.id()))
                .findFirst()
                .orElseThrow();
    }

    private IndicatorView read(Indicator indicator) {
        UUID indicatorId = indicator.id();
        return indicator.view(
                targets.ofIndicator(indicatorId).stream().map(Target::view).toList(),
                responsibilities.findByIndicatorIdOrderByPosition(indicatorId).stream()
                        .map(Responsibility::unitId)
                        .toList(),
                reportingUnits.findByIndicatorIdOrderByPosition(indicatorId).stream()
                        .map(ReportingUnit::unitId)
                        .toList(),
                DefinitionService.views(definitions.ofIndicator(indicatorId)).stream()
                        .filter(definition -> definition.status() == DefinitionStatus.APPROVED)
                        .toList());
    }

    Indicator load(UUID indicatorId) {
        return indicators.withProgramme(indicatorId).orElseThrow(() -> new NotFound("indicator " + indicatorId));
    }

    private void answer(Indicator indicator, List<UUID> units) {
        Map<UUID, Responsibility> known = new LinkedHashMap<>();
        responsibilities
                .findByIndicatorIdOrderByPosition(indicator.id())
                .forEach(responsible -> known.put(responsible.unitId(), responsible));
        int position = 0;
        for (UUID unit : units) {
            position++;
            Responsibility kept = known.remove(unit);
            if (kept == null) {
                responsibilities.save(new Responsibility(indicator.programme().id(), indicator.id(), unit, position));
            } else {
                kept.place(position);
            }
        }
        responsibilities.deleteAll(known.values());
    }

    private void report(Indicator indicator, List<UUID> units) {
        Map<UUID, ReportingUnit> known = new LinkedHashMap<>();
        reportingUnits
                .findByIndicatorIdOrderByPosition(indicator.id())
                .forEach(reporting -> known.put(reporting.unitId(), reporting));
        int position = 0;
        for (UUID unit : units) {
            position++;
            ReportingUnit kept = known.remove(unit);
            if (kept == null) {
                reportingUnits.save(new ReportingUnit(indicator.programme().id(), indicator.id(), unit, position));
            } else {
                kept.place(position);
            }
        }
        reportingUnits.deleteAll(known.values());
    }

    private static <T, V> Map<UUID, List<V>> grouped(List<T> rows, Function<T, UUID> key, Function<T, V> value) {
        return rows.stream().collect(Collectors.groupingBy(key, Collectors.mapping(value, Collectors.toList())));
    }

    private static void check(NewIndicator made, boolean codeIsFree, Set<UUID> units) {
        Comparison comparison = made.comparison();
        Base base = made.base();
        Bounds bounds = made.bounds();
        Definition definition = made.definition();
        new Checks("programme.indicator")
                .code("code", made.code())
                .require("code", codeIsFree, "programme.check.taken")
                .required("group", made.group(), Checks.NAME)
                .required("name", made.name(), Checks.NAME)
                .optional("definition", definition.text(), Checks.TEXT)
                .optional("formulaText", definition.formula(), Checks.TEXT)
                .optional("numerator", definition.numerator(), Checks.NAME)
                .optional("denominator", definition.denominator(), Checks.NAME)
                .require(
                        "accumulation",
                        comparison.accepts(made.accumulation()),
                        "programme.indicator.accumulationDoesNotFit",
                        comparison)
                .require(
                        "measure",
                        fits(comparison, made.measure(), false),
                        "programme.indicator.measureDoesNotFit",
                        comparison)
                .require(
                        "valueMeasure",
                        fits(comparison, made.valueMeasure(), true),
                        "programme.indicator.measureDoesNotFit",
                        comparison)
                .add(base == null ? List.of() : Baseline.refusals(comparison, base.value()))
                .require(
                        "baselineQuality",
                        base == null || base.isMissing() == (base.value() == null),
                        "programme.indicator.baseQualityDoesNotFit")
                .year("baselineYear", base == null ? null : base.year())
                .optional("baselineNote", base == null ? null : base.note(), Checks.TEXT)
                .require(
                        "upperBound",
                        bounds.lower() == null
                                || bounds.upper() == null
                                || bounds.lower().compareTo(bounds.upper()) <= 0,
                        "programme.indicator.boundsReversed")
                .require(
                        "changeBoundPercent",
                        bounds.changeBoundPercent() == null
                                || bounds.changeBoundPercent().signum() > 0,
                        "programme.check.positive")
                .add(made.pace().profile().refusals())
                .require("yellowFrom", made.pace().yellowFrom().signum() >= 0, "programme.check.notNegative")
                .require(
                        "redFrom",
                        made.pace().yellowFrom().compareTo(made.pace().redFrom()) < 0,
                        "programme.indicator.redAfterYellow")
                .require(
                        "finalMonth",
                        made.finalMonth() == null || (made.finalMonth() >= 1 && made.finalMonth() <= 12),
                        "programme.indicator.monthOfYear")
                .optional("sourceDocument", made.source().document(), Checks.NAME)
                .optional("sourceQuote", made.source().quote(), Checks.TEXT)
                .require(
                        "responsibleUnits",
                        new HashSet<>(made.responsibleUnits()).size()
                                == made.responsibleUnits().size(),
                        "programme.indicator.unitTwice")
                .require(
                        "responsibleUnits",
                        units.containsAll(made.responsibleUnits()) && units.containsAll(made.reportingUnits()),
                        "programme.indicator.unitUnknown")
                .require(
                        "reportingUnits",
                        new HashSet<>(made.reportingUnits()).size()
                                == made.reportingUnits().size(),
                        "programme.indicator.unitTwice")
                .refuse();
    }

    /** A sentence and a yes or no are not numbers, and the other way round. */
    private static boolean fits(Comparison comparison, Measure measure, boolean reported) {
        return switch (comparison) {
            case MILESTONE -> measure == Measure.MILESTONE;
            case QUALITATIVE -> true;
            default -> measure.isNumeric() && !(reported && measure == Measure.MILESTONE);
        };
    }

    private static Map<String, Object> fields(NewIndicator made) {
        Base base = made.base();
        return Fields.of("code", made.code())
                .and("groupZh", made.group().zh())
                .and("nameZh", made.name().zh())
                .and("nameEn", made.name().en())
                .and("measure", made.measure())
                .and("valueMeasure", made.valueMeasure())
                .and("comparison", made.comparison())
                .and("accumulation", made.accumulation())
                .and("direction", made.direction())
                .and("splitLaw", made.splitLaw())
                .and("definitionZh", Bilingual.zhOf(made.definition().text()))
                .and("definitionEn", Bilingual.enOf(made.definition().text()))
                .and("formulaText", made.definition().formula())
                .and("numeratorZh", Bilingual.zhOf(made.definition().numerator()))
                .and("denominatorZh", Bilingual.zhOf(made.definition().denominator()))
                .and("baseYear", base == null ? null : base.year())
                .and("baseValue", base == null ? null : base.value())
                .and("baselineQuality", base == null ? null : base.quality())
                .and("baseNote", base == null ? null : base.note())
                .and("lowerBound", made.bounds().lower())
                .and("upperBound", made.bounds().upper())
                .and("changeBoundPercent", made.bounds().changeBoundPercent())
                .and("mayFall", made.bounds().mayFall())
                .and("paceProfile", made.pace().profile().kind())
                .and("paceQ1", made.pace().profile().first())
                .and("paceQ2", made.pace().profile().second())
                .and("paceQ3", made.pace().profile().third())
                .and("yellowFrom", made.pace().yellowFrom())
                .and("redFrom", made.pace().redFrom())
                .and("finalMonth", made.finalMonth())
                .and("sourceDocument", made.source().document())
                .and("sourceLine", made.source().line())
                .and("sourceQuote", made.source().quote())
                .and("responsibleUnits", made.responsibleUnits().toString())
                .and("reportingUnits", made.reportingUnits().toString())
                .map();
    }

    private static NewIndicator asMade(IndicatorView view) {
        return new NewIndicator(
                view.code(),
                new Bilingual(view.groupZh(), view.groupEn()),
                new Bilingual(view.nameZh(), view.nameEn()),
                view.measure(),
                view.valueMeasure(),
                view.comparison(),
                view.accumulation(),
                view.direction(),
                view.splitLaw(),
                new Definition(
                        Bilingual.ofParts(view.definitionZh(), view.definitionEn()),
                        view.formulaText(),
                        Bilingual.ofParts(view.numeratorZh(), view.numeratorEn()),
                        Bilingual.ofParts(view.denominatorZh(), view.denominatorEn())),
                view.base(),
                view.bounds(),
                new Pace(view.pace(), view.yellowFrom(), view.redFrom()),
                view.source(),
                view.responsibleUnits(),
                view.reportingUnits(),
                view.finalMonth());
    }
}
