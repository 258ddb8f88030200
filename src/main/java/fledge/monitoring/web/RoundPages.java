package fledge.monitoring.web;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.identity.UnitService;
import fledge.identity.UnitView;
import fledge.kernel.Period;
import fledge.monitoring.ClockService;
import fledge.monitoring.ClockView;
import fledge.monitoring.ReturnStatus;
import fledge.monitoring.ReturnView;
import fledge.monitoring.RoundService;
import fledge.monitoring.RoundView;
import fledge.programme.ProgrammeService;
import fledge.programme.ProgrammeView;
import fledge.template.AskingPlan;
import fledge.template.FormHead;
import fledge.template.TemplateService;
import fledge.template.rules.Frequency;
import fledge.ui.Formats;
import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The list of rounds, and a round's matrix of units and states. */
@Component
class RoundPages {

    private final RoundService rounds;
    private final ProgrammeService programmes;
    private final UnitService units;
    private final ClockService clocks;
    private final TemplateService templates;
    private final TurnLines turns;
    private final AddedParts parts;
    private final Formats formats;

    RoundPages(
            RoundService rounds,
            ProgrammeService programmes,
            UnitService units,
            ClockService clocks,
            TemplateService templates,
            TurnLines turns,
            AddedParts parts,
            Formats formats) {
        this.rounds = rounds;
        this.programmes = programmes;
        this.units = units;
        this.clocks = clocks;
        this.templates = templates;
        this.turns = turns;
        this.parts = parts;
        this.formats = formats;
    }

    record RoundListPage(
            List<Row> rows, List<String> blocked, boolean mayOpen, List<Option> programmes, List<Option> quarters) {}

    record Row(
            UUID id,
            String quarter,
            String programme,
            @Nullable String formCode,
            @Nullable String form,
            String frequency,
            boolean sample,
            String opens,
            String due,
            String editEnd) {}

    record Option(String value, String label) {}

    record RoundShowPage(
            RoundView round,
            String quarter,
            String programme,
            boolean sample,
            String due,
            String entryEnd,
            String editEnd,
            List<StateCount> counts,
            int asked,
            long reported,
            List<UnitRow> rows,
            List<AddedPart> parts) {}

    record StateCount(String status, String tone, long count) {}

    record UnitRow(
            UUID returnId,
            String unit,
            String status,
            String tone,
            TurnLines.@Nullable TurnLine turn,
            @Nullable String certifiedAt,
            boolean late,
            int submissions,
            boolean mayRemind) {}

    RoundListPage list() {
        Map<UUID, ProgrammeView> byId = programmes();
        List<RoundView> all = rounds.rounds();
        Map<UUID, FormHead> forms =
                templates.forms(all.stream().map(RoundView::templateId).toList());
        List<Row> rows = all.stream()
                .map(round -> {
                    FormHead form = forms.get(round.templateId());
                    ProgrammeView programme = Objects.requireNonNull(byId.get(round.programmeId()));
                    return new Row(
                            round.id(),
                            formats.period(round.period()),
                            programme.name(formats.locale()),
                            form == null ? null : form.head().formCode(),
                            form == null ? null : form.name(),
                            formats.text(Frequency.of(round.period())),
                            programme.isSample(),
                            Objects.requireNonNullElse(formats.day(round.opensAt()), ""),
                            formats.deadline(round.dueAt()),
                            formats.deadline(round.editEndAt()));
                })
                .toList();
        List<ProgrammeView> running =
                byId.values().stream().filter(ProgrammeView::running).toList();
        boolean mayOpen = Actor.current().may(Right.ROUND_MANAGE);
        Map<UUID, AskingPlan> plans = mayOpen ? templates.plans() : Map.of();
        return new RoundListPage(
                rows,
                mayOpen ? rounds.blocked().stream().map(this::blocked).toList() : List.of(),
                mayOpen,
                running.stream()
                        .map(programme -> new Option(programme.id().toString(), programme.name(formats.locale())))
                        .toList(),
                running.stream()
                        .map(programme -> periods(
                                programme, plans.getOrDefault(programme.id(), AskingPlan.EVERYTHING_EVERY_QUARTER)))
                        .flatMap(List::stream)
                        .distinct()
                        .sorted(Comparator.comparingInt(Period::index))
                        .map(period -> new Option(period.code(), formats.period(period)))
                        .toList());
    }

    private String blocked(RoundService.Blocked round) {
        return formats.text(
                "monitoring.round.blocked",
                round.programme().name(formats.locale()),
                round.period(),
                round.reasons().stream().map(formats::text).collect(Collectors.joining(" ")));
    }

    private static List<Period> periods(ProgrammeView programme, AskingPlan plan) {
        Integer first = programme.startYear();
        Integer last = programme.endYear();
        return first == null || last == null
                ? List.of()
                : plan.frequency() == Frequency.MONTH
                        ? IntStream.rangeClosed(first * 12, last * 12 + 11)
                                .mapToObj(Period::ofIndex)
                                .toList()
                        : IntStream.rangeClosed(first * 4, last * 4 + 3)
                                .mapToObj(Period::ofIndex)
                                .toList();
    }

    @Transactional(readOnly = true)
    RoundShowPage show(UUID id) {
        RoundView round = rounds.round(id);
        ProgrammeView programme = Objects.requireNonNull(programmes().get(round.programmeId()));
        List<ReturnView> returns = rounds.returnsOf(id);
        Map<UUID, UnitView> byId = units.byId();
        Map<UUID, ClockView> running =
                clocks.running(returns.stream().map(ReturnView::id).toList());
        Map<ReturnStatus, Long> counts =
                returns.stream().collect(Collectors.groupingBy(ReturnView::status, Collectors.counting()));
        Collator collator = Collator.getInstance(formats.locale());
        List<UnitRow> rows = returns.stream()
                .sorted(Comparator.comparing(ReturnView::status))
                .map(report -> unitRow(report, byId, turns.line(running.get(report.id()))))
                .sorted(Comparator.comparing(UnitRow::tone, Comparator.comparingInt(RoundPages::urgency))
                        .thenComparing(UnitRow::unit, collator))
                .toList();
        return new RoundShowPage(
                round,
                formats.period(round.period()),
                programme.name(formats.locale()),
                programme.isSample(),
                formats.deadline(round.dueAt()),
                formats.deadline(round.entryEndAt()),
                formats.deadline(round.editEndAt()),
                Arrays.stream(ReturnStatus.values())
                        .filter(counts::containsKey)
                        .map(status -> new StateCount(
                                formats.text(status),
                                ReturnPages.tone(status),
                                Objects.requireNonNullElse(counts.get(status), 0L)))
                        .toList(),
                returns.size(),
                returns.stream().filter(ReturnView::isReported).count(),
                rows,
                parts.ofRound(id));
    }

    /** What waits for somebody comes first. */
    private static int urgency(String tone) {
        return List.of("waiting", "attention", "refused", "working", "neutral", "done")
                .indexOf(tone);
    }

    private UnitRow unitRow(ReturnView report, Map<UUID, UnitView> byId, TurnLines.@Nullable TurnLine turn) {
        return new UnitRow(
                report.id(),
                Objects.requireNonNull(byId.get(report.unitId())).name(formats.locale()),
                formats.text(report.status()),
                ReturnPages.tone(report.status()),
                turn,
                formats.minute(report.certifiedAt()),
                report.late(),
                report.submissions(),
                turn != null && !turn.review() && Actor.current().may(Right.REMIND, report.unitId()));
    }

    private Map<UUID, ProgrammeView> programmes() {
        return programmes.programmes().stream().collect(Collectors.toMap(ProgrammeView::id, Function.identity()));
    }
}
