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
import fledge.monitoring.UnitAnswer;
import fledge.programme.ProgrammeService;
import fledge.programme.ProgrammeView;
import fledge.template.AskingPlan;
import fledge.template.FormHead;
import fledge.template.TemplateService;
import fledge.template.rules.Frequency;
import fledge.ui.Formats;
import fledge.ui.Slice;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
            RoundFilter filter,
            List<Option> states,
            Slice<UnitRow> slice,
            List<AddedPart> parts) {}

    /** Which units of a round, as typed: words of their name, and the state of their return. */
    record RoundFilter(String words, String status) {

        boolean contains(UnitAnswer answer, UnitView unit) {
            return (status.isEmpty() || answer.status().name().equals(status))
                    && (unit.nameZh().contains(words.strip())
                            || unit.nameEn()
                                    .toLowerCase(Locale.ROOT)
                                    .contains(words.strip().toLowerCase(Locale.ROOT)));
        }
    }

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
    RoundShowPage show(UUID id, RoundFilter filter, Slice.Request asked) {
        RoundView round = rounds.round(id);
        ProgrammeView programme = Objects.requireNonNull(programmes().get(round.programmeId()));
        List<UnitAnswer> answers = rounds.answers(id);
        Map<ReturnStatus, Long> counts =
                answers.stream().collect(Collectors.groupingBy(UnitAnswer::status, Collectors.counting()));
        List<ReturnStatus> states =
                Arrays.stream(ReturnStatus.values()).filter(counts::containsKey).toList();
        return new RoundShowPage(
                round,
                formats.period(round.period()),
                programme.name(formats.locale()),
                programme.isSample(),
                formats.deadline(round.dueAt()),
                formats.deadline(round.entryEndAt()),
                formats.deadline(round.editEndAt()),
                states.stream()
                        .map(status -> new StateCount(
                                formats.text(status),
                                ReturnPages.tone(status),
                                Objects.requireNonNullElse(counts.get(status), 0L)))
                        .toList(),
                answers.size(),
                answers.stream().filter(UnitAnswer::isReported).count(),
                filter,
                states.stream()
                        .map(status -> new Option(status.name(), formats.text(status)))
                        .toList(),
                rows(id, answers, filter, asked),
                parts.ofRound(id));
    }

    /** Sorts all units by the little that is known of each, and reads no more than the page shows. */
    private Slice<UnitRow> rows(UUID roundId, List<UnitAnswer> answers, RoundFilter filter, Slice.Request asked) {
        Map<UUID, UnitView> byId = units.byId();
        Slice<UnitAnswer> shown = Slice.of(
                answers.stream()
                        .filter(answer -> filter.contains(answer, unit(byId, answer.unitId())))
                        .sorted(Comparator.comparingInt((UnitAnswer answer) -> urgency(answer.status()))
                                .thenComparing(UnitAnswer::status)
                                .thenComparingInt(
                                        answer -> unit(byId, answer.unitId()).position())
                                .thenComparing(
                                        answer -> unit(byId, answer.unitId()).code()))
                        .toList(),
                asked,
                "/rounds/" + roundId,
                Map.of("words", filter.words(), "status", filter.status()));
        List<UUID> ids = shown.rows().stream().map(UnitAnswer::returnId).toList();
        Map<UUID, ReturnView> returns = rounds.returns(roundId, ids);
        Map<UUID, ClockView> running = clocks.running(ids);
        return shown.map(answer -> {
            ReturnView report = Objects.requireNonNull(returns.get(answer.returnId()));
            return unitRow(report, unit(byId, report.unitId()), turns.line(running.get(report.id())));
        });
    }

    private static UnitView unit(Map<UUID, UnitView> byId, UUID id) {
        return Objects.requireNonNull(byId.get(id));
    }

    /** What waits for somebody comes first. */
    private static int urgency(ReturnStatus status) {
        return List.of("waiting", "attention", "refused", "working", "neutral", "done")
                .indexOf(ReturnPages.tone(status));
    }

    private UnitRow unitRow(ReturnView report, UnitView unit, TurnLines.@Nullable TurnLine turn) {
        return new UnitRow(
                report.id(),
                unit.name(formats.locale()),
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
