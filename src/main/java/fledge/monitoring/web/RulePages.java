package fledge.monitoring.web;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.identity.AccountService;
import fledge.identity.UnitService;
import fledge.identity.UnitView;
import fledge.kernel.Measure;
import fledge.kernel.Period;
import fledge.kernel.Quarter;
import fledge.monitoring.ExplanationReasonService;
import fledge.monitoring.ExplanationReasonView;
import fledge.monitoring.FigureText;
import fledge.monitoring.PlausibilityService;
import fledge.monitoring.PlausibilityService.RuleDossier;
import fledge.monitoring.RuleAction;
import fledge.monitoring.RuleHit;
import fledge.monitoring.RuleStatistic;
import fledge.monitoring.RuleStatus;
import fledge.monitoring.RuleTally;
import fledge.monitoring.RuleView;
import fledge.monitoring.rules.CheckRule;
import fledge.monitoring.rules.FindingClass;
import fledge.monitoring.rules.RuleTerms;
import fledge.programme.IndicatorView;
import fledge.programme.ProgrammeService;
import fledge.programme.ProgrammeView;
import fledge.programme.rules.Item;
import fledge.tenancy.PortalClock;
import fledge.ui.Formats;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Plausibility rules laid out: what they say in words, what became of their hits, and the form to write one. */
@Component
class RulePages {

    private final PlausibilityService rules;
    private final ExplanationReasonService reasons;
    private final ProgrammeService programmes;
    private final UnitService units;
    private final AccountService accounts;
    private final ReturnPages returns;
    private final PortalClock clock;
    private final Formats formats;

    RulePages(
            PlausibilityService rules,
            ExplanationReasonService reasons,
            ProgrammeService programmes,
            UnitService units,
            AccountService accounts,
            ReturnPages returns,
            PortalClock clock,
            Formats formats) {
        this.rules = rules;
        this.reasons = reasons;
        this.programmes = programmes;
        this.units = units;
        this.accounts = accounts;
        this.returns = returns;
        this.clock = clock;
        this.formats = formats;
    }

    record RuleListPage(String rounds, List<Row> rows, List<ReasonRow> reasons, boolean mayMake) {}

    record Row(
            UUID id,
            String number,
            String name,
            String says,
            String scope,
            String findingClass,
            String owner,
            String status,
            String tone,
            Counts counts) {}

    record Counts(
            long hits,
            long explained,
            long accepted,
            long doubted,
            @Nullable String acceptance,
            boolean tooWide) {}

    record ReasonRow(UUID id, String code, String name, boolean retired) {}

    record RuleShowPage(
            Row row,
            int edition,
            @Nullable String message,
            String validFrom,
            @Nullable String validUntil,
            List<Fact> facts,
            List<Version> versions,
            List<TrialRow> trials,
            boolean tried,
            List<Round> rounds,
            List<HitLine> hits,
            @Nullable Slice slice,
            List<Act> acts,
            boolean mayRetire,
            boolean mayRevise,
            @Nullable String retireReason) {}

    record Fact(String label, String text) {}

    record Version(UUID id, String name, String status, String tone, String at, boolean current) {}

    record TrialRow(
            String quarter, int judged, int hits, @Nullable String share) {}

    record Round(String quarter, Counts counts) {}

    record HitLine(
            String quarter,
            String unit,
            String indicator,
            String text,
            @Nullable String reason,
            String explanation,
            @Nullable String verdict,
            String verdictNote,
            String href) {}

    record Slice(
            @Nullable Long total,
            String from,
            String to,
            @Nullable String previousHref,
            @Nullable String nextHref,
            List<Object> sizes) {}

    /** A button, or the reason why there is none. */
    record Act(String href, String text, @Nullable String whyNot, boolean primary) {}

    record RuleFormPage(
            @Nullable UUID id,
            @Nullable String over,
            Map<String, String> values,
            List<Option> kinds,
            List<Option> classes,
            List<Option> programmes,
            List<Option> cells,
            List<Option> owners,
            List<Option> quarters) {}

    record Option(String value, String label) {}

    @Transactional(readOnly = true)
    RuleListPage list() {
        List<RuleStatistic> statistics = rules.statistics();
        var names = new Names();
        return new RuleListPage(
                formats.text("monitoring.rule.rounds", PlausibilityService.ROUNDS),
                statistics.stream().map(one -> row(one, names)).toList(),
                reasons.reasons().stream()
                        .map(reason -> new ReasonRow(
                                reason.id(), reason.code(), reason.name(formats.locale()), reason.retired()))
                        .toList(),
                Actor.current().may(Right.RULE_MAKE));
    }

    /** Indicators, programmes and units by id, each read once for a page. */
    private final class Names {

        private final List<ProgrammeView> all = programmes.programmes();
        private final Map<UUID, UnitView> byId = units.byId();
        private final Map<UUID, List<IndicatorView>> indicators = new HashMap<>();

        @Nullable
        ProgrammeView programme(@Nullable UUID id) {
            return all.stream()
                    .filter(programme -> programme.id().equals(id))
                    .findFirst()
                    .orElse(null);
        }

        String unit(@Nullable UUID id) {
            UnitView unit = id == null ? null : byId.get(id);
            return unit == null ? formats.text("monitoring.rule.owner.usual") : unit.name(formats.locale());
        }

        @Nullable
        IndicatorView indicator(@Nullable UUID programmeId, String id) {
            return programmeId == null
                    ? null
                    : indicators.computeIfAbsent(programmeId, programmes::indicators).stream()
                            .filter(indicator -> indicator.id().toString().equals(id))
                            .findFirst()
                            .orElse(null);
        }
    }

    private Row row(RuleStatistic statistic, Names names) {
        RuleView rule = statistic.rule();
        return new Row(
                rule.id(),
                rule.number() + "." + rule.edition(),
                returns.ruleName(rule),
                says(rule, names),
                scope(rule, names),
                formats.text(
                        "monitoring.findings.short", rule.terms().findingClass().name()),
                names.unit(rule.ownerUnitId()),
                formats.text(rule.status()),
                tone(rule.status()),
                counts(statistic.sum()));
    }

    private Counts counts(RuleTally tally) {
        return new Counts(
                tally.hits(),
                tally.explained(),
                tally.accepted(),
                tally.doubted(),
                formats.percent(tally.acceptance()),
                tally.isTooWide());
    }

    private static String tone(RuleStatus status) {
        return switch (status) {
            case DRAFT -> "working";
            case TESTED -> "waiting";
            case IN_FORCE -> "done";
            case RETIRED -> "neutral";
        };
    }

    private String scope(RuleView rule, Names names) {
        RuleTerms.Operand subject = rule.terms().subject();
        if (subject != null) {
            return cell(subject, rule.programmeId(), names);
        }
        ProgrammeView programme = names.programme(rule.programmeId());
        return programme == null ? formats.text("monitoring.rule.scope.CITY") : programme.name(formats.locale());
    }

    private String cell(RuleTerms.@Nullable Operand operand, @Nullable UUID programmeId, Names names) {
        IndicatorView indicator = operand == null ? null : names.indicator(programmeId, operand.indicator());
        return indicator == null || operand == null ? "" : cellName(indicator, operand.item());
    }

    private String cellName(IndicatorView indicator, @Nullable Item item) {
        String name = indicator.name(formats.locale());
        return item == null || item == Item.VALUE ? name : name + " · " + FigureText.itemName(formats, indicator, item);
    }

    /** What the rule says, with its numbers. */
    private String says(RuleView rule, Names names) {
        RuleTerms terms = rule.terms();
        RuleTerms.Operand subject = terms.subject();
        IndicatorView indicator = subject == null ? null : names.indicator(rule.programmeId(), subject.indicator());
        String key = "monitoring.rule.says." + terms.kind();
        return switch (terms.kind()) {
            case CHANGE_BOUND, CHANGE_YEAR ->
                terms.threshold() == null ? formats.text(key + ".own") : formats.text(key, plain(terms.threshold()));
            case OUT_OF_RANGE -> formats.text(key, bound(terms.lower(), indicator), bound(terms.upper(), indicator));
            case SAME_AS_LAST_QUARTER -> formats.text(key, terms.least());
            case EXCEEDS_OTHER ->
                formats.text(key, cell(terms.other(), rule.programmeId(), names), plain(terms.threshold()));
            case PARTS_NOT_WHOLE ->
                formats.text(
                        key,
                        cell(terms.other(), rule.programmeId(), names),
                        cell(terms.third(), rule.programmeId(), names),
                        plain(terms.threshold()));
            case UNUSUAL_FOR_UNIT, UNUSUAL_AMONG_PEERS -> formats.text(key, plain(terms.threshold()), terms.least());
            default -> formats.text(key, plain(terms.threshold()));
        };
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private String bound(@Nullable BigDecimal bound, @Nullable IndicatorView indicator) {
        Measure measure = indicator == null ? Measure.COUNT : indicator.valueMeasure();
        String number = formats.concise(bound, measure);
        return number == null ? formats.text("monitoring.rule.unbounded") : number + formats.measure(measure);
    }

    @Transactional(readOnly = true)
    RuleShowPage show(UUID id, int page) {
        RuleDossier dossier = rules.rule(id, page);
        RuleView rule = dossier.statistic().rule();
        var names = new Names();
        Map<String, String> reasonNames = dossier.hits().isEmpty()
                ? Map.of()
                : reasons.reasons().stream()
                        .collect(
                                Collectors.toMap(ExplanationReasonView::code, reason -> reason.name(formats.locale())));
        return new RuleShowPage(
                row(dossier.statistic(), names),
                rule.edition(),
                rule.message().isEmpty() ? null : rule.message(),
                rule.validFrom() == null
                        ? formats.text("monitoring.rule.from-beginning")
                        : formats.quarter(rule.validFrom()),
                rule.validUntil() == null
                        ? null
                        : formats.quarter(rule.validUntil().previous()),
                facts(rule),
                dossier.versions().stream()
                        .map(version -> new Version(
                                version.id(),
                                version.number() + "." + version.edition(),
                                formats.text(version.status()),
                                tone(version.status()),
                                Objects.requireNonNullElse(formats.minute(version.since()), ""),
                                version.id().equals(id)))
                        .toList(),
                dossier.trials().stream()
                        .map(trial -> new TrialRow(
                                formats.period(trial.period()),
                                trial.judged(),
                                trial.hits(),
                                formats.percent(BigDecimal.valueOf(trial.hits() * 100L)
                                        .divide(BigDecimal.valueOf(trial.judged()), 2, RoundingMode.HALF_UP))))
                        .toList(),
                rule.triedAt() != null,
                dossier.statistic().tallies().stream()
                        .map(tally -> new Round(formats.period(Period.ofIndex(tally.period())), counts(tally)))
                        .toList(),
                dossier.hits().stream()
                        .map(hit -> hit(hit, rule.programmeId(), names, reasonNames))
                        .toList(),
                slice(id, page, dossier),
                acts(rule),
                may(RuleAction.RETIRE, rule),
                Actor.current().may(Right.RULE_MAKE),
                rule.retireReason().isEmpty() ? null : rule.retireReason());
    }

    private static @Nullable Slice slice(UUID id, int page, RuleDossier dossier) {
        String address = "/rules/" + id + "?page=";
        return dossier.before() == 0 && !dossier.more()
                ? null
                : new Slice(
                        null,
                        Integer.toString(dossier.before() + 1),
                        Integer.toString(dossier.before() + dossier.hits().size()),
                        dossier.before() == 0 ? null : address + (page - 1) + "#hits",
                        dossier.more() ? address + (page + 1) + "#hits" : null,
                        List.of());
    }

    private List<Fact> facts(RuleView rule) {
        Map<UUID, String> people =
                accounts.personNames(Stream.of(rule.madeBy(), rule.triedBy(), rule.enforcedBy(), rule.retiredBy())
                        .filter(Objects::nonNull)
                        .collect(Collectors.toCollection(HashSet::new)));
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(
                formats.text("monitoring.rule.made"),
                who(people, rule.madeBy()) + " " + formats.minute(rule.madeAt())));
        if (rule.triedAt() != null) {
            facts.add(new Fact(
                    formats.text("monitoring.rule.tried-by"),
                    who(people, rule.triedBy()) + " " + formats.minute(rule.triedAt())));
        }
        if (rule.enforcedAt() != null) {
            facts.add(new Fact(
                    formats.text("monitoring.rule.enforced-by"),
                    who(people, rule.enforcedBy()) + " " + formats.minute(rule.enforcedAt())));
        }
        if (rule.retiredAt() != null) {
            facts.add(new Fact(
                    formats.text("monitoring.rule.retired-by"),
                    who(people, rule.retiredBy()) + " " + formats.minute(rule.retiredAt())));
        }
        return facts;
    }

    private String who(Map<UUID, String> people, @Nullable UUID person) {
        return person == null ? formats.text("monitoring.timeline.system") : people.getOrDefault(person, "");
    }

    private HitLine hit(RuleHit hit, @Nullable UUID programmeId, Names names, Map<String, String> reasonNames) {
        IndicatorView indicator =
                names.indicator(programmeId, hit.finding().indicatorId().toString());
        return new HitLine(
                formats.period(hit.period()),
                names.unit(hit.unitId()),
                indicator == null ? "" : cellName(indicator, hit.finding().item()),
                formats.text(hit.finding().message()),
                hit.finding().reasonCode() == null
                        ? null
                        : reasonNames.get(hit.finding().reasonCode()),
                hit.finding().explanation(),
                hit.finding().verdict() == null
                        ? null
                        : formats.text(hit.finding().verdict()),
                hit.finding().verdictText(),
                "/returns/" + hit.returnId());
    }

    private static boolean may(RuleAction action, RuleView rule) {
        Right right = action.right();
        return right != null
                && action.leavesFrom(rule.status())
                && Actor.current().may(right);
    }

    private List<Act> acts(RuleView rule) {
        var acts = new ArrayList<Act>();
        boolean tried = rule.status() == RuleStatus.TESTED;
        if (may(RuleAction.TRY, rule)) {
            acts.add(new Act("/rules/" + rule.id() + "/trial", formats.text(RuleAction.TRY), null, !tried));
        }
        if (may(RuleAction.ENFORCE, rule)) {
            boolean own = Objects.equals(rule.madeBy(), Actor.current().personId());
            acts.add(new Act(
                    "/rules/" + rule.id() + "/enforcement",
                    formats.text(RuleAction.ENFORCE),
                    own ? formats.text("monitoring.rule.refused.same-person") : null,
                    true));
        }
        return acts;
    }

    @Transactional(readOnly = true)
    RuleFormPage blank() {
        return form(null, null, Map.of("findingClass", FindingClass.C.name()), running());
    }

    @Transactional(readOnly = true)
    RuleFormPage revision(UUID id) {
        RuleView rule = rules.rule(id, 0).statistic().rule();
        RuleTerms terms = rule.terms();
        List<IndicatorView> indicators = nameable(rule);
        Measure measure = indicators.stream()
                .filter(one -> terms.subject() != null
                        && one.id().toString().equals(terms.subject().indicator()))
                .map(IndicatorView::valueMeasure)
                .findFirst()
                .orElse(Measure.RATIO);
        var values = new HashMap<String, String>();
        values.put("name", returns.ruleName(rule));
        values.put("kind", terms.kind().name());
        values.put("findingClass", terms.findingClass().name());
        values.put("message", rule.message());
        put(values, "programme", rule.programmeId());
        put(values, "subject", written(terms.subject()));
        put(values, "other", written(terms.other()));
        put(values, "third", written(terms.third()));
        put(values, "threshold", terms.threshold() == null ? null : plain(terms.threshold()));
        put(values, "lower", formats.plain(terms.lower(), measure));
        put(values, "upper", formats.plain(terms.upper(), measure));
        put(values, "least", terms.least() == 0 ? null : terms.least());
        put(values, "owner", rule.ownerUnitId());
        return form(id, formats.text("monitoring.rule.revises", rule.number(), rule.edition()), values, indicators);
    }

    private static void put(Map<String, String> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value.toString());
        }
    }

    private static @Nullable String written(RuleTerms.@Nullable Operand operand) {
        return operand == null
                ? null
                : operand.indicator()
                        + (operand.item() == null ? "" : ":" + operand.item().name());
    }

    /** The indicators a new rule may be about. */
    List<IndicatorView> running() {
        return programmes
                .running()
                .map(programme -> programmes.indicators(programme.id()))
                .orElse(List.of());
    }

    /** The same for a new version of a rule: those of its programme, if it has one. */
    List<IndicatorView> nameable(UUID ruleId) {
        return nameable(rules.rule(ruleId, 0).statistic().rule());
    }

    private List<IndicatorView> nameable(RuleView rule) {
        return rule.programmeId() == null ? running() : programmes.indicators(rule.programmeId());
    }

    private RuleFormPage form(
            @Nullable UUID id, @Nullable String over, Map<String, String> values, List<IndicatorView> indicators) {
        Quarter now = Quarter.of(clock.now().atZone(PortalClock.ZONE).toLocalDate());
        Set<Item> numbers = Set.of(Item.VALUE, Item.NUMERATOR, Item.DENOMINATOR);
        Collator collator = Collator.getInstance(formats.locale());
        return new RuleFormPage(
                id,
                over,
                values,
                Arrays.stream(CheckRule.values())
                        .filter(CheckRule::isMadeByOfficials)
                        .map(kind -> new Option(kind.name(), formats.text(kind)))
                        .toList(),
                Stream.of(FindingClass.B, FindingClass.C, FindingClass.D)
                        .map(weight -> new Option(
                                weight.name(),
                                formats.text("monitoring.findings.short", weight.name()) + " · "
                                        + formats.text(weight)))
                        .toList(),
                programmes.programmes().stream()
                        .filter(programme -> !programme.isDraft())
                        .map(programme -> new Option(programme.id().toString(), programme.name(formats.locale())))
                        .toList(),
                indicators.stream()
                        .flatMap(indicator -> indicator.comparison().items().stream()
                                .filter(numbers::contains)
                                .map(item -> new Option(indicator.id() + ":" + item, cellName(indicator, item))))
                        .toList(),
                units.units().stream()
                        .map(unit -> new Option(unit.id().toString(), unit.name(formats.locale())))
                        .sorted(Comparator.comparing(Option::label, collator))
                        .toList(),
                IntStream.rangeClosed(-1, 4)
                        .mapToObj(now::plus)
                        .map(quarter -> new Option(quarter.code(), formats.quarter(quarter)))
                        .toList());
    }
}
