package fledge.apportionment.web;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.access.Right;
import fledge.apportionment.EditionView;
import fledge.apportionment.LineView;
import fledge.apportionment.SplitView;
import fledge.apportionment.TargetAmendmentService;
import fledge.apportionment.TargetAmendmentView;
import fledge.apportionment.TargetLineStatus;
import fledge.apportionment.TargetSetAction;
import fledge.apportionment.TargetSetService;
import fledge.apportionment.TargetSetStatus;
import fledge.apportionment.TargetSetView;
import fledge.identity.UnitView;
import fledge.programme.ProgrammeService;
import fledge.programme.ProgrammeView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the page models of target sets. */
@Component
class TargetSetPages {

    private final TargetSetService sets;
    private final TargetAmendmentService amendments;
    private final ProgrammeService programmes;
    private final TargetWording wording;

    TargetSetPages(
            TargetSetService sets,
            TargetAmendmentService amendments,
            ProgrammeService programmes,
            TargetWording wording) {
        this.sets = sets;
        this.amendments = amendments;
        this.programmes = programmes;
        this.wording = wording;
    }

    record Option(String value, String label) {}

    record ListPage(List<ListRow> rows, List<Option> programmes, List<Option> drafts, boolean mayPlan) {}

    record ListRow(
            UUID id,
            String name,
            String programme,
            boolean sample,
            String number,
            TargetWording.Tag status,
            @Nullable String since,
            @Nullable String documentNo) {}

    record ShowPage(
            UUID id,
            int version,
            String name,
            String programme,
            boolean sample,
            String number,
            TargetWording.Tag status,
            String turn,
            @Nullable String since,
            @Nullable String due,
            @Nullable String documentNo,
            @Nullable String approvedBy,
            @Nullable String issuedAt,
            boolean draft,
            boolean plans,
            boolean issued,
            List<String> acts,
            List<String> outstanding,
            List<SplitRow> splits,
            List<UnitRow> units,
            List<LineRow> disputed,
            List<EditionRow> editions,
            List<AmendmentRow> amendments,
            boolean mayAmend,
            List<TargetWording.Moment> timeline) {

        public boolean may(String act) {
            return acts.contains(act);
        }
    }

    record SplitRow(
            UUID indicator,
            String name,
            String law,
            String lead,
            int units,
            String target,
            String reached,
            String residual,
            TargetWording.Tag state) {}

    /** How far a unit has come: how many lines of it stand where, and until when it has time. */
    record UnitRow(
            UUID unit,
            String name,
            long lines,
            long agreed,
            long countered,
            long silent,
            long escalated,
            long acknowledged,
            TargetWording.Tag state,
            @Nullable String due) {}

    record LineRow(
            UUID id,
            String unit,
            String indicator,
            String period,
            String value,
            @Nullable String counter,
            TargetWording.Tag status) {}

    record EditionRow(
            int number, String documentNo, @Nullable String at, String hash) {}

    record AmendmentRow(
            UUID id,
            int number,
            String cause,
            String reason,
            TargetWording.Tag status,
            @Nullable String since) {}

    record EditionPage(
            UUID set,
            String name,
            int number,
            String documentNo,
            @Nullable String at,
            String hash,
            String content,
            List<DiffRow> differences) {}

    record DiffRow(String indicator, String unit, String period, String before, String after) {}

    @Transactional(readOnly = true)
    ListPage list() {
        Map<UUID, ProgrammeView> byId = new LinkedHashMap<>();
        programmes.programmes().forEach(programme -> byId.put(programme.id(), programme));
        List<TargetSetView> all = sets.sets();
        return new ListPage(
                all.stream()
                        .map(set -> {
                            ProgrammeView programme = Objects.requireNonNull(byId.get(set.programmeId()));
                            return new ListRow(
                                    set.id(),
                                    set.name(),
                                    programme.name(wording.locale()),
                                    programme.isSample(),
                                    number(set),
                                    wording.tag(set.status()),
                                    wording.minute(set.since()),
                                    set.documentNo());
                        })
                        .toList(),
                byId.values().stream()
                        .filter(programme -> !programme.isDraft())
                        .map(programme -> new Option(programme.id().toString(), programme.name(wording.locale())))
                        .toList(),
                all.stream()
                        .map(set -> new Option(set.id().toString(), set.name() + " · " + number(set)))
                        .toList(),
                Actor.current().may(Right.TARGET_PLAN));
    }

    String number(TargetSetView set) {
        return set.edition() > 0
                ? wording.text("apportionment.set.edition", set.edition())
                : wording.text("apportionment.set.number", set.number());
    }

    @Transactional(readOnly = true)
    ShowPage show(UUID id) {
        TargetSetView set = sets.set(id);
        ProgrammeView programme = programmes.programme(set.programmeId());
        List<SplitView> splits = sets.splits(id);
        Map<UUID, UnitView> units = wording.units();
        List<LineView> lines =
                splits.stream().flatMap(split -> split.lines().stream()).toList();
        Map<UUID, String> names = wording.people(Stream.of(set.approvedBy()));
        Instant due = lines.stream()
                .filter(line -> line.status() == TargetLineStatus.PROPOSED)
                .map(LineView::answerDueAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        UUID approver = set.approvedBy();
        boolean issued = set.status().binds();
        return new ShowPage(
                id,
                set.version(),
                set.name(),
                programme.name(wording.locale()),
                programme.isSample(),
                number(set),
                wording.tag(set.status()),
                wording.text("apportionment.turn." + set.status()),
                wording.minute(set.since()),
                set.status() == TargetSetStatus.CONSULTATION ? wording.due(due) : null,
                set.documentNo(),
                approver == null ? null : names.get(approver),
                wording.minute(set.issuedAt()),
                set.status() == TargetSetStatus.DRAFT,
                Actor.current().may(Right.TARGET_PLAN),
                issued,
                acts(set),
                outstanding(splits),
                splits.stream().map(split -> row(split, units)).toList(),
                set.status() == TargetSetStatus.DRAFT ? List.of() : units(lines, units),
                disputed(splits, units),
                issued ? sets.editions(id).stream().map(this::row).toList() : List.of(),
                issued ? amendments.ofSet(id).stream().map(this::row).toList() : List.of(),
                set.status() == TargetSetStatus.ISSUED && Actor.current().may(Right.TARGET_PLAN),
                wording.timeline(sets.timeline(id), "set"));
    }

    private static List<String> acts(TargetSetView set) {
        return set.status().actions().stream()
                .filter(act -> {
                    Right right = act.right();
                    return right != null && Actor.current().may(right);
                })
                .map(TargetSetAction::name)
                .toList();
    }

    /** What keeps the set from going on, in one sentence each. */
    private List<String> outstanding(List<SplitView> splits) {
        List<String> outstanding = new ArrayList<>();
        for (SplitView split : splits) {
            String name = split.indicator().name(wording.locale());
            if (!split.isComplete()) {
                outstanding.add(wording.text("apportionment.refused.incomplete", name));
            } else if (!split.closes()) {
                outstanding.add(wording.text("apportionment.set.open", name));
            }
        }
        return outstanding;
    }

    private SplitRow row(SplitView split, Map<UUID, UnitView> units) {
        var last = split.balances().isEmpty() ? null : split.balances().getLast();
        TargetWording.BalanceRow balance = last == null ? null : wording.balance(split, last, units);
        String tone = split.isComplete() && split.closes() ? "done" : "attention";
        String state = !split.isComplete()
                ? wording.text("apportionment.set.incomplete")
                : wording.text(split.closes() ? "apportionment.set.closes" : "apportionment.set.gap");
        return new SplitRow(
                split.indicator().id(),
                split.indicator().name(wording.locale()),
                wording.text(split.law()),
                wording.unit(units, split.units().stream().findFirst().orElse(null)),
                split.units().size(),
                balance == null ? wording.text("apportionment.carried") : balance.target(),
                balance == null ? "" : balance.reached(),
                balance == null ? "" : balance.residual(),
                new TargetWording.Tag(tone, state));
    }

    private List<UnitRow> units(List<LineView> lines, Map<UUID, UnitView> byId) {
        Map<UUID, List<LineView>> ofUnit = new LinkedHashMap<>();
        byId.keySet().forEach(unit -> ofUnit.put(unit, new ArrayList<>()));
        lines.forEach(line -> Objects.requireNonNull(ofUnit.get(line.unitId())).add(line));
        List<UnitRow> rows = new ArrayList<>();
        ofUnit.forEach((unit, own) -> {
            if (!own.isEmpty()) {
                rows.add(unitRow(unit, wording.unit(byId, unit), own));
            }
        });
        return rows;
    }

    private UnitRow unitRow(UUID unit, String name, List<LineView> own) {
        long silent = count(own, TargetLineStatus.PROPOSED);
        long waiting = count(own, TargetLineStatus.ISSUED);
        LineView open = own.stream()
                .filter(line -> line.status() == TargetLineStatus.PROPOSED || line.status() == TargetLineStatus.ISSUED)
                .findFirst()
                .orElse(null);
        Instant due = open == null
                ? null
                : open.status() == TargetLineStatus.PROPOSED ? open.answerDueAt() : open.acknowledgeDueAt();
        long disputed = count(own, TargetLineStatus.COUNTERED) + count(own, TargetLineStatus.ESCALATED);
        String state = silent + waiting > 0
                ? wording.isOver(due) ? "overdue" : silent > 0 ? "silent" : "unsigned"
                : disputed > 0 ? "disputed" : "done";
        return new UnitRow(
                unit,
                name,
                own.size(),
                count(own, TargetLineStatus.AGREED) + count(own, TargetLineStatus.SETTLED),
                count(own, TargetLineStatus.COUNTERED),
                silent + waiting,
                count(own, TargetLineStatus.ESCALATED),
                count(own, TargetLineStatus.ACKNOWLEDGED),
                new TargetWording.Tag(
                        state.equals("done")
                                ? "done"
                                : state.equals("silent") || state.equals("unsigned") ? "waiting" : "attention",
                        wording.text("apportionment.unit." + state)),
                wording.due(due));
    }

    private static long count(List<LineView> lines, TargetLineStatus status) {
        return lines.stream().filter(line -> line.status() == status).count();
    }

    private List<LineRow> disputed(List<SplitView> splits, Map<UUID, UnitView> units) {
        List<LineRow> rows = new ArrayList<>();
        for (SplitView split : splits) {
            for (LineView line : split.lines()) {
                if (line.status() == TargetLineStatus.COUNTERED || line.status() == TargetLineStatus.ESCALATED) {
                    var counter = line.counter();
                    rows.add(new LineRow(
                            line.id(),
                            wording.unit(units, line.unitId()),
                            split.indicator().name(wording.locale()),
                            wording.period(line.period()),
                            wording.carried(split, line),
                            counter == null ? null : wording.carried(split, counter.value(), counter.denominator()),
                            wording.tag(line.status())));
                }
            }
        }
        return rows;
    }

    private EditionRow row(EditionView edition) {
        return new EditionRow(
                edition.number(),
                edition.documentNo(),
                wording.minute(edition.issuedAt()),
                edition.hash().substring(0, 16));
    }

    private AmendmentRow row(TargetAmendmentView amendment) {
        return new AmendmentRow(
                amendment.id(),
                amendment.number(),
                wording.text(amendment.cause()),
                amendment.reason(),
                wording.tag(amendment.status()),
                wording.minute(amendment.since()));
    }

    @Transactional(readOnly = true)
    EditionPage edition(UUID id, int number) {
        TargetSetView set = sets.set(id);
        EditionView edition = sets.editions(id).stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(() -> new NotFound("edition " + number));
        Map<UUID, SplitView> splits = new LinkedHashMap<>();
        sets.splits(id).forEach(split -> splits.put(split.indicator().id(), split));
        List<LineView> history = sets.history(id);
        Map<UUID, UnitView> units = wording.units();
        List<DiffRow> differences = history.stream()
                .filter(line -> number > 1 && line.fromEdition() == number)
                .map(line -> {
                    SplitView split = Objects.requireNonNull(splits.get(line.indicatorId()));
                    LineView before = history.stream()
                            .filter(old -> old.isIn(number - 1)
                                    && old.indicatorId().equals(line.indicatorId())
                                    && old.unitId().equals(line.unitId())
                                    && old.period().equals(line.period()))
                            .findFirst()
                            .orElse(null);
                    return new DiffRow(
                            split.indicator().name(wording.locale()),
                            wording.unit(units, line.unitId()),
                            wording.period(line.period()),
                            before == null ? "" : wording.carried(split, before),
                            wording.carried(split, line));
                })
                .toList();
        return new EditionPage(
                id,
                set.name(),
                number,
                edition.documentNo(),
                wording.minute(edition.issuedAt()),
                edition.hash(),
                edition.content(),
                differences);
    }
}
