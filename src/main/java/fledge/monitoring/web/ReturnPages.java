package fledge.monitoring.web;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.identity.AccountService;
import fledge.identity.UnitService;
import fledge.kernel.Measure;
import fledge.kernel.Period;
import fledge.monitoring.ClockView;
import fledge.monitoring.ExplanationBackground;
import fledge.monitoring.ExplanationReasonView;
import fledge.monitoring.FigureText;
import fledge.monitoring.FindingView;
import fledge.monitoring.LineContent;
import fledge.monitoring.Reopening;
import fledge.monitoring.ReturnAction;
import fledge.monitoring.ReturnChoice;
import fledge.monitoring.ReturnService;
import fledge.monitoring.ReturnService.Dossier;
import fledge.monitoring.ReturnSheet;
import fledge.monitoring.ReturnStatus;
import fledge.monitoring.ReturnView;
import fledge.monitoring.RuleView;
import fledge.monitoring.SendBackReason;
import fledge.monitoring.StepView;
import fledge.monitoring.VersionView;
import fledge.monitoring.rules.Compared;
import fledge.monitoring.rules.FindingClass;
import fledge.programme.IndicatorView;
import fledge.programme.TargetView;
import fledge.programme.rules.Item;
import fledge.programme.rules.Operator;
import fledge.template.FormHead;
import fledge.template.TemplateService;
import fledge.ui.Formats;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lays returns out for reading, each page in one transaction: numbers in their measure, names for ids, sentences for states. */
@Component
class ReturnPages {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final ReturnService returns;
    private final UnitService units;
    private final AccountService accounts;
    private final TemplateService templates;
    private final TurnLines turns;
    private final RestatementRows restatements;
    private final ReturnFilePages files;
    private final AddedParts parts;
    private final Formats formats;

    ReturnPages(
            ReturnService returns,
            UnitService units,
            AccountService accounts,
            TemplateService templates,
            TurnLines turns,
            RestatementRows restatements,
            ReturnFilePages files,
            AddedParts parts,
            Formats formats) {
        this.returns = returns;
        this.units = units;
        this.accounts = accounts;
        this.templates = templates;
        this.turns = turns;
        this.restatements = restatements;
        this.files = files;
        this.parts = parts;
        this.formats = formats;
    }

    @Transactional(readOnly = true)
    ReturnFormPage form(UUID returnId) {
        Dossier dossier = returns.dossier(returnId);
        ReturnSheet sheet = dossier.sheet();
        var groups = new LinkedHashMap<String, List<ReturnFormPage.Row>>();
        for (ReturnSheet.Line line : sheet.lines()) {
            groups.computeIfAbsent(line.indicator().group(formats.locale()), name -> new ArrayList<>())
                    .add(formRow(sheet, line));
        }
        boolean writable = sheet.lines().stream().anyMatch(ReturnSheet.Line::editable);
        return new ReturnFormPage(
                head(dossier),
                groups.entrySet().stream()
                        .map(group -> new ReturnFormPage.Group(group.getKey(), group.getValue()))
                        .toList(),
                writable,
                dossier.isOpenFor(ReturnAction.REQUEST_SIGN_OFF),
                formats.text(
                        "monitoring.return.kept", sheet.filled(), sheet.lines().size()),
                sentBack(dossier),
                reopened(sheet.report()),
                parts.ofForm(sheet));
    }

    /** Why the return came back, while it is being corrected. */
    private @Nullable String sentBack(Dossier dossier) {
        return dossier.sheet().report().correctUntil() == null
                ? null
                : dossier.steps().stream()
                        .filter(step -> step.action() == ReturnAction.RETURN)
                        .max(Comparator.comparing(StepView::at))
                        .map(this::reason)
                        .orElse(null);
    }

    private ReturnFormPage.Row formRow(ReturnSheet sheet, ReturnSheet.Line line) {
        IndicatorView indicator = line.indicator();
        Period period = sheet.report().round().period();
        Measure measure = indicator.valueMeasure();
        String item = itemLabel(line);
        String label = indicator.name(formats.locale()) + (item == null ? "" : " " + item);
        String base = "/returns/" + sheet.report().id() + "/cells/" + line.id();
        List<FindingView> found = sheet.findings().stream()
                .filter(finding -> finding.indicatorId().equals(indicator.id()) && finding.item() == line.item())
                .toList();
        boolean warned = line.editable() && !found.isEmpty();
        String text =
                content(line.item(), line.content().value(), line.content().wording(), measure, line.editable());
        return new ReturnFormPage.Row(
                indicator.name(formats.locale()),
                item,
                line.item() == Item.TEXT ? "" : measureName(line),
                target(indicator),
                content(line.item(), line.previous(), line.previousWording(), measure, false),
                content(line.item(), line.lastYear(), null, measure, false),
                new Cell(
                        "value-" + line.id(),
                        "value-" + line.id(),
                        formats.text("monitoring.return.cell", label, measureName(line)),
                        base + "/value",
                        line.valueEdition(),
                        Objects.requireNonNullElse(text, ""),
                        !line.editable(),
                        warned ? "WARNING" : null,
                        warned
                                ? found.stream()
                                        .map(finding -> formats.text(finding.message()))
                                        .collect(Collectors.joining("；"))
                                : null),
                new Cell(
                        "note-" + line.id(),
                        "note-" + line.id(),
                        formats.text("monitoring.return.note-of", label),
                        base + "/note",
                        line.noteEdition(),
                        line.content().note(),
                        !line.editable(),
                        null,
                        null),
                line.item() == Item.TEXT,
                change(line, line.previous(), line.askedBefore(), period),
                change(line, line.lastYear(), period.minusYears(1), period),
                "/progress/indicators/" + indicator.id(),
                line.toCorrect(),
                standing(line));
    }

    /** “初步数，2027-07-31 前定案”; nothing beside a value that is final. */
    private @Nullable String standing(ReturnSheet.Line line) {
        LocalDate expected = line.finalExpected();
        return switch (line.standing()) {
            case FINAL -> null;
            case REVISED -> formats.text(line.standing());
            case PROVISIONAL, ESTIMATED ->
                formats.text(
                        "monitoring.standing.until",
                        formats.text(line.standing()),
                        expected == null ? "" : expected.toString());
        };
    }

    @Transactional(readOnly = true)
    FindingsPage findings(UUID returnId) {
        Dossier dossier = returns.dossier(returnId);
        ReturnSheet sheet = dossier.sheet();
        ExplanationBackground background = returns.background(sheet);
        List<FindingsPage.FindingGroup> groups = Arrays.stream(FindingClass.values())
                .map(findingClass -> new FindingsPage.FindingGroup(
                        findingClass.name(),
                        formats.text(findingClass),
                        formats.text("monitoring.findings.meaning." + findingClass.name()),
                        findingClass.needsExplanation(),
                        sheet.findings().stream()
                                .filter(finding -> finding.findingClass() == findingClass)
                                .map(finding -> found(sheet, finding, background))
                                .toList()))
                .filter(group -> !group.rows().isEmpty())
                .toList();
        long open =
                sheet.findings().stream().filter(finding -> !finding.settled()).count();
        return new FindingsPage(
                head(dossier),
                groups,
                sheet.report().status() == ReturnStatus.DRAFT || sheet.report().status() == ReturnStatus.RETURNED,
                dossier.isOpenFor(ReturnAction.REQUEST_SIGN_OFF),
                open);
    }

    private FindingsPage.FoundRow found(ReturnSheet sheet, FindingView finding, ExplanationBackground background) {
        ReturnSheet.Line line = line(sheet, finding);
        return new FindingsPage.FoundRow(
                finding.id(),
                name(line),
                formats.text(finding.message()),
                rule(finding, background),
                "/returns/" + sheet.report().id() + "/form#value-" + line.id(),
                background
                        .choices(finding.reasonCode())
                        .map(reason -> new ReturnShowPage.Option(reason.code(), reason.name(formats.locale())))
                        .toList(),
                finding.reasonCode(),
                reason(finding, background),
                finding.explanation(),
                before(finding, background));
    }

    /** Which rule of the officials hit, with what they say of it; nothing for a fixed check. */
    private @Nullable String rule(FindingView finding, ExplanationBackground background) {
        RuleView rule = background.rule(finding);
        return rule == null
                ? null
                : formats.text("monitoring.findings.rule", rule.number(), rule.edition(), ruleName(rule))
                        + (rule.message().isEmpty() ? "" : " " + rule.message());
    }

    String ruleName(RuleView rule) {
        return rule.name().isEmpty() ? formats.text(rule.terms().kind()) : rule.name();
    }

    private @Nullable String reason(FindingView finding, ExplanationBackground background) {
        ExplanationReasonView reason = background.reason(finding.reasonCode());
        return reason == null ? null : reason.name(formats.locale());
    }

    /** What the unit said of the same a quarter before, and what became of it. */
    private @Nullable String before(FindingView finding, ExplanationBackground background) {
        FindingView earlier = background.before(finding);
        return earlier == null
                ? null
                : Stream.of(
                                reason(earlier, background),
                                earlier.explanation(),
                                earlier.verdict() == null ? null : formats.text(earlier.verdict()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" · "));
    }

    @Transactional(readOnly = true)
    ReturnShowPage show(UUID returnId) {
        Dossier dossier = returns.dossier(returnId);
        ReturnSheet sheet = dossier.sheet();
        Map<UUID, String> names = names(dossier);
        ExplanationBackground background = returns.background(sheet);
        return new ReturnShowPage(
                head(dossier),
                sheet.lines().stream().map(line -> showRow(dossier, line)).toList(),
                sheet.findings().stream()
                        .map(finding -> new ReturnShowPage.FoundRow(
                                finding.id(),
                                finding.findingClass().name(),
                                name(line(sheet, finding)),
                                formats.text(finding.message()),
                                rule(finding, background),
                                reason(finding, background),
                                finding.explanation(),
                                before(finding, background),
                                finding.findingClass().needsExplanation(),
                                finding.verdict() == null
                                        ? null
                                        : finding.verdict().name(),
                                finding.verdict() == null ? null : formats.text(finding.verdict()),
                                finding.verdictText()))
                        .toList(),
                dossier.choices().stream()
                        .filter(choice -> !choice.isOpen())
                        .map(choice -> new ReturnShowPage.ActionRow(
                                formats.text(choice.action()),
                                formats.text(Objects.requireNonNull(choice.whyNotKey()))))
                        .toList(),
                dossier.choices().stream()
                        .filter(ReturnChoice::isOpen)
                        .map(choice -> choice.action().name())
                        .collect(Collectors.toSet()),
                dossier.versions().stream()
                        .map(version -> signed(version, names))
                        .toList(),
                timeline(dossier.steps(), names),
                dossier.clocks().stream().map(one -> turns.row(one, names)).toList(),
                mayPause(dossier, false),
                mayPause(dossier, true),
                files.rows(returnId, head(dossier).unit()),
                dossier.choices().stream().anyMatch(choice -> choice.action() == ReturnAction.SAVE && choice.isOpen()),
                parts.ofReturn(sheet.report()),
                indicators(sheet),
                Arrays.stream(SendBackReason.values())
                        .map(reason -> new ReturnShowPage.Option(reason.name(), formats.text(reason)))
                        .toList(),
                !dossier.before().isEmpty(),
                mayProposeWaiver(sheet.report()),
                sheet.report().waiverReason(),
                reopened(sheet.report()),
                restatements.of(
                        dossier.restatements(),
                        sheet.lines().stream().map(ReturnSheet.Line::indicator).toList()));
    }

    /** What whoever opens a reopened return has to know. */
    private @Nullable String reopened(ReturnView report) {
        Reopening reopening = report.reopening();
        return reopening == null
                ? null
                : formats.text(
                        report.counts() ? "monitoring.reopened" : "monitoring.reopened.late",
                        reopening.lines().size(),
                        formats.deadline(reopening.until()));
    }

    /** A running clock can be paused while it is not over, a paused one can go on. */
    private static boolean mayPause(Dossier dossier, boolean paused) {
        ClockView running = dossier.running();
        return running != null
                && running.isPaused() == paused
                && dossier.sheet().report().reopening() == null
                && !running.isOverdue(dossier.now())
                && Actor.current().may(Right.CLOCK_PAUSE);
    }

    private static boolean mayProposeWaiver(ReturnView report) {
        return ReturnAction.WAIVE.leavesFrom(report.status())
                && report.waiverProposedBy() == null
                && Actor.current().may(Right.WAIVER_PROPOSE);
    }

    private ReturnShowPage.Row showRow(Dossier dossier, ReturnSheet.Line line) {
        Measure measure = line.indicator().valueMeasure();
        BigDecimal value = line.content().value();
        ReturnView report = dossier.sheet().report();
        Period period = report.round().period();
        return new ReturnShowPage.Row(
                line.indicator().group(formats.locale()),
                line.indicator().name(formats.locale()),
                itemLabel(line),
                line.item() == Item.TEXT ? "" : measureName(line),
                content(line.item(), value, line.content().wording(), measure, false),
                report.status().counts() ? lineage(line, period, report) : null,
                before(dossier, line),
                content(line.item(), line.previous(), line.previousWording(), measure, false),
                lineage(line, line.askedBefore(), report),
                change(line, line.previous(), line.askedBefore(), period),
                content(line.item(), line.lastYear(), null, measure, false),
                lineage(line, period.minusYears(1), report),
                change(line, line.lastYear(), period.minusYears(1), period),
                standing(line),
                line.content().note(),
                dossier.sheet().findings().stream()
                        .anyMatch(finding ->
                                finding.indicatorId().equals(line.indicator().id()) && finding.item() == line.item()));
    }

    /** Where the unit's figure of a period is followed back; what is shown of earlier periods counts. */
    private static String lineage(ReturnSheet.Line line, Period period, ReturnView report) {
        return LineagePages.address(line.indicator().id(), period, report.unitId());
    }

    /** What the version before had in this cell, where that differs. */
    private @Nullable String before(Dossier dossier, ReturnSheet.Line line) {
        String before =
                dossier.before().get(line.indicator().code() + "." + line.item().name());
        if (before == null) {
            return null;
        }
        if (line.item() == Item.TEXT) {
            return before.equals(Objects.requireNonNullElse(line.content().wording(), "")) ? null : before;
        }
        BigDecimal then = before.isEmpty() ? null : new BigDecimal(before);
        BigDecimal now = line.content().value();
        boolean same = then == null ? now == null : now != null && now.compareTo(then) == 0;
        return same
                ? null
                : Objects.requireNonNullElse(
                        content(line.item(), then, null, line.indicator().valueMeasure(), false),
                        formats.text("ui.none"));
    }

    /** What can be sent back by name; of a reopened return only what the amendment names. */
    private List<ReturnShowPage.Option> indicators(ReturnSheet sheet) {
        Reopening reopening = sheet.report().reopening();
        return sheet.lines().stream()
                .filter(line -> reopening == null || reopening.lines().contains(line.id()))
                .map(ReturnSheet.Line::indicator)
                .distinct()
                .map(indicator ->
                        new ReturnShowPage.Option(indicator.id().toString(), indicator.name(formats.locale())))
                .toList();
    }

    private ReturnShowPage.Signed signed(VersionView version, Map<UUID, String> names) {
        return new ReturnShowPage.Signed(
                version.number(),
                version.receipt(),
                version.hash(),
                who(version.certifiedBy(), version.certifiedFor(), names),
                who(version.preparedBy(), version.preparedFor(), names),
                Objects.requireNonNullElse(formats.minute(version.certifiedAt()), ""),
                version.timely());
    }

    private List<ReturnShowPage.Entry> timeline(List<StepView> steps, Map<UUID, String> names) {
        return steps.stream()
                .map(step -> new ReturnShowPage.Entry(
                        Objects.requireNonNullElse(formats.minute(step.at()), ""),
                        formats.text("monitoring.timeline", formats.text(step.action()), formats.text(step.to())),
                        step.personId() == null
                                ? formats.text("monitoring.timeline.system")
                                : who(step.personId(), step.onBehalfOf(), names),
                        step.reason().isEmpty() ? null : reason(step),
                        false))
                .toList();
    }

    private String reason(StepView step) {
        return step.reasonCode() == null
                ? step.reason()
                : formats.text(SendBackReason.valueOf(step.reasonCode())) + "：" + step.reason();
    }

    /** A name, and for whom they acted. */
    String who(UUID person, @Nullable UUID principal, Map<UUID, String> names) {
        String name = names.getOrDefault(person, "");
        return principal == null ? name : formats.text("ui.on-behalf-of", name, names.getOrDefault(principal, ""));
    }

    private Map<UUID, String> names(Dossier dossier) {
        Set<UUID> people = Stream.of(
                        dossier.steps().stream().flatMap(step -> Stream.of(step.personId(), step.onBehalfOf())),
                        dossier.versions().stream()
                                .flatMap(version -> Stream.of(
                                        version.preparedBy(),
                                        version.preparedFor(),
                                        version.certifiedBy(),
                                        version.certifiedFor())),
                        dossier.clocks().stream()
                                .flatMap(one -> one.pauses().stream())
                                .map(ClockView.Pause::pausedBy))
                .flatMap(Function.identity())
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
        return accounts.personNames(people);
    }

    ReturnHead head(Dossier dossier) {
        ReturnSheet sheet = dossier.sheet();
        ReturnView report = sheet.report();
        return new ReturnHead(
                report.id(),
                units.unit(report.unitId()).name(formats.locale()),
                sheet.programme().name(formats.locale()),
                sheet.programme().isSample(),
                formats.period(report.round().period()),
                formats.text(report.status()),
                tone(report.status()),
                formats.deadline(report.dueAt()),
                turns.lineWithPeople(
                        dossier.running(),
                        report.unitId(),
                        units.upwards(report.unitId()).getLast()),
                sheet.filled(),
                sheet.lines().size(),
                form(report),
                steps(report.status()));
    }

    private ReturnHead.@Nullable Form form(ReturnView report) {
        UUID templateId = report.round().templateId();
        if (templateId == null) {
            return null;
        }
        FormHead form = templates.form(templateId);
        LocalDate validUntil = form.head().validUntil();
        return new ReturnHead.Form(
                form.templateId(),
                report.round().period().code(),
                form.name(),
                form.head().formCode(),
                form.head().issuer(),
                form.head().approvalNo(),
                validUntil == null ? null : validUntil.toString());
    }

    private List<ReturnHead.Step> steps(ReturnStatus status) {
        int at = switch (status) {
            case SCHEDULED, OPEN, DRAFT, RETURNED, MISSED, WAIVED -> 0;
            case AWAITING_SIGN_OFF -> 1;
            case SUBMITTED, IN_REVIEW -> 2;
            case ACCEPTED, LOCKED -> 4;
        };
        List<String> keys = List.of("fill", "sign", "review", "accepted");
        var steps = new ArrayList<ReturnHead.Step>();
        for (int i = 0; i < keys.size(); i++) {
            steps.add(new ReturnHead.Step(
                    formats.text("monitoring.step." + keys.get(i)),
                    i < at ? ReturnHead.State.DONE : i == at ? ReturnHead.State.CURRENT : ReturnHead.State.AHEAD,
                    ""));
        }
        return steps;
    }

    static String tone(ReturnStatus status) {
        return switch (status) {
            case SCHEDULED, OPEN -> "neutral";
            case DRAFT -> "working";
            case AWAITING_SIGN_OFF, SUBMITTED, IN_REVIEW -> "waiting";
            case RETURNED -> "attention";
            case ACCEPTED, LOCKED, WAIVED -> "done";
            case MISSED -> "refused";
        };
    }

    private static ReturnSheet.Line line(ReturnSheet sheet, FindingView finding) {
        return sheet.lines().stream()
                .filter(line -> line.indicator().id().equals(finding.indicatorId()) && line.item() == finding.item())
                .findFirst()
                .orElseThrow();
    }

    private String name(ReturnSheet.Line line) {
        return FigureText.name(formats, line.indicator(), line.item());
    }

    private @Nullable String itemLabel(ReturnSheet.Line line) {
        return FigureText.part(formats, line.indicator(), line.item());
    }

    private String measureName(ReturnSheet.Line line) {
        return line.item() == Item.MILESTONE
                ? formats.text(Measure.MILESTONE)
                : formats.measure(line.indicator().valueMeasure());
    }

    /** As the page shows it, or without thousands separators, to be edited. */
    @Nullable
    String content(Item item, @Nullable BigDecimal value, @Nullable String wording, Measure measure, boolean editable) {
        return editable && item != Item.TEXT && item != Item.MILESTONE
                ? formats.plain(value, measure)
                : FigureText.content(formats, item, new LineContent(value, wording, ""), measure);
    }

    /** The final target in words: “不低于 6,000个”, “10%左右”. */
    @Nullable
    String target(IndicatorView indicator) {
        return indicator.finalTarget().map(target -> target(indicator, target)).orElse(null);
    }

    String target(IndicatorView indicator, TargetView target) {
        if (target.operator() != Operator.QUALITATIVE && target.value() == null) {
            return formats.text("monitoring.target.missing");
        }
        if (indicator.measure() == Measure.MILESTONE) {
            return formats.text("monitoring.target.milestone");
        }
        return formats.text(
                "monitoring.target." + target.operator(),
                withMeasure(target.value(), indicator),
                withMeasure(target.upper(), indicator));
    }

    private String withMeasure(@Nullable BigDecimal value, IndicatorView indicator) {
        String number = formats.concise(value, indicator.measure());
        return number == null ? "" : number + formats.measure(indicator.measure());
    }

    /** The growth over an earlier period; none over a change of definition, because a unit's own figures have no bridge. */
    private String change(ReturnSheet.Line line, @Nullable BigDecimal before, Period then, Period now) {
        BigDecimal value = line.content().value();
        return value != null && before != null && !line.indicator().isOneBasis(then, now)
                ? formats.text(Compared.Comparability.DEFINITION_CHANGED)
                : change(value, before, line.item());
    }

    /** (now − then) / |then| × 100 with one decimal, half up; without a then to compare with, words. */
    String change(@Nullable BigDecimal now, @Nullable BigDecimal then, Item item) {
        if (item == Item.TEXT || item == Item.MILESTONE || now == null) {
            return "";
        }
        if (then == null || then.signum() == 0) {
            return formats.text("monitoring.change.none");
        }
        BigDecimal percent = now.subtract(then).multiply(HUNDRED).divide(then.abs(), 1, RoundingMode.HALF_UP);
        return (percent.signum() > 0 ? "+" : "") + percent.toPlainString() + "%";
    }
}
