package fledge.monitoring.web;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.identity.UnitService;
import fledge.identity.UnitView;
import fledge.kernel.Quarter;
import fledge.monitoring.ClockService;
import fledge.monitoring.ClockView;
import fledge.monitoring.ReturnStatus;
import fledge.monitoring.ReturnView;
import fledge.monitoring.RoundService;
import fledge.monitoring.RoundView;
import fledge.programme.ProgrammeService;
import fledge.programme.ProgrammeView;
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
    private final TurnLines turns;
    private final AddedParts parts;
    private final Formats formats;

    RoundPages(
            RoundService rounds,
            ProgrammeService programmes,
            UnitService units,
            ClockService clocks,
            TurnLines turns,
            AddedParts parts,
            Formats formats) {
        this.rounds = rounds;
        this.programmes = programmes;
        this.units = units;
        this.clocks = clocks;
        this.turns = turns;
        this.parts = parts;
        this.formats = formats;
    }

    record RoundListPage(List<Row> rows, boolean mayOpen, List<Option> programmes, List<Option> quarters) {}

    record Row(UUID id, String quarter, String programme, boolean sample, String opens, String due, String editEnd) {}

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
        List<Row> rows = rounds.rounds().stream()
                .map(round -> {
                    ProgrammeView programme = Objects.requireNonNull(byId.get(round.programmeId()));
                    return new Row(
                            round.id(),
                            formats.quarter(round.quarter()),
                            programme.name(formats.locale()),
                            programme.isSample(),
                            Objects.requireNonNullElse(formats.day(round.opensAt()), ""),
                            formats.deadline(round.dueAt()),
                            formats.deadline(round.editEndAt()));
                })
                .toList();
        List<ProgrammeView> running =
                byId.values().stream().filter(ProgrammeView::running).toList();
        return new RoundListPage(
                rows,
                Actor.current().may(Right.ROUND_MANAGE),
                running.stream()
                        .map(programme -> new Option(programme.id().toString(), programme.name(formats.locale())))
                        .toList(),
                running.stream()
                        .flatMap(programme -> quarters(programme).stream())
                        .distinct()
                        .sorted()
                        .map(quarter -> new Option(quarter.code(), formats.quarter(quarter)))
                        .toList());
    }

    private static List<Quarter> quarters(ProgrammeView programme) {
        Integer first = programme.startYear();
        Integer last = programme.endYear();
        return first == null || last == null
                ? List.of()
                : IntStream.rangeClosed(first * 4, last * 4 + 3)
                        .mapToObj(Quarter::ofIndex)
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
                formats.quarter(round.quarter()),
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
