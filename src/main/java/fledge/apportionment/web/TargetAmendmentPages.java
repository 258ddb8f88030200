package fledge.apportionment.web;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.apportionment.ChangeView;
import fledge.apportionment.LineView;
import fledge.apportionment.SplitView;
import fledge.apportionment.TargetAmendmentAction;
import fledge.apportionment.TargetAmendmentCause;
import fledge.apportionment.TargetAmendmentService;
import fledge.apportionment.TargetAmendmentStatus;
import fledge.apportionment.TargetAmendmentView;
import fledge.apportionment.TargetSetService;
import fledge.apportionment.TargetSetView;
import fledge.identity.UnitView;
import fledge.kernel.Quarter;
import fledge.programme.ProgrammeService;
import fledge.programme.ProgrammeView;
import fledge.programme.SplitLaw;
import fledge.tenancy.PortalClock;
import fledge.ui.Formats;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;

/** Makes the page models of amendments, and reads the numbers typed into one. */
@Component
class TargetAmendmentPages {

    private final TargetAmendmentService amendments;
    private final TargetSetService sets;
    private final ProgrammeService programmes;
    private final TargetWording wording;
    private final Formats formats;
    private final PortalClock clock;

    TargetAmendmentPages(
            TargetAmendmentService amendments,
            TargetSetService sets,
            ProgrammeService programmes,
            TargetWording wording,
            Formats formats,
            PortalClock clock) {
        this.amendments = amendments;
        this.sets = sets;
        this.programmes = programmes;
        this.wording = wording;
        this.formats = formats;
        this.clock = clock;
    }

    record Option(String value, String label) {}

    record BlankPage(UUID set, String name, List<Option> causes, List<Option> quarters, List<Option> units) {}

    record ShowPage(
            UUID id,
            UUID set,
            boolean planning,
            String name,
            String setName,
            TargetWording.Tag status,
            String turn,
            @Nullable String since,
            @Nullable String due,
            String cause,
            String reason,
            String evidence,
            String effectiveFrom,
            String author,
            @Nullable String authorUnit,
            @Nullable String documentNo,
            List<ChangeRow> changes,
            List<EffectRow> effects,
            List<Field> fields,
            List<Option> units,
            List<String> acts,
            List<TargetWording.Moment> timeline) {

        public boolean may(String act) {
            return acts.contains(act);
        }
    }

    record ChangeRow(String indicator, String unit, String period, String before, String after) {}

    record EffectRow(
            UUID indicator,
            int year,
            String name,
            String whole,
            String target,
            String before,
            String after,
            String residual,
            TargetWording.Tag state,
            @Nullable String holder,
            boolean open) {}

    /** A line as the author of a draft sees it, with the number to come. */
    record Field(String name, String indicator, String unit, String period, String present, String typed) {}

    record ChangesPage(List<PublicRow> rows) {}

    record PublicRow(
            @Nullable String at,
            String documentNo,
            String programme,
            boolean sample,
            String indicator,
            String unit,
            String period,
            String before,
            String after,
            String cause,
            String effectiveFrom) {}

    @Transactional(readOnly = true)
    BlankPage blank(UUID setId) {
        TargetSetView set = sets.set(setId);
        ProgrammeView programme = programmes.programme(set.programmeId());
        Quarter today = Quarter.of(LocalDate.ofInstant(clock.now(), PortalClock.ZONE));
        Quarter last = new Quarter(Objects.requireNonNullElse(programme.endYear(), today.year()), 4);
        Quarter first = today.compareTo(last) > 0 ? last : today;
        Map<UUID, UnitView> units = wording.units();
        return new BlankPage(
                setId,
                set.name(),
                Arrays.stream(TargetAmendmentCause.values())
                        .map(cause -> new Option(cause.name(), wording.text(cause)))
                        .toList(),
                IntStream.rangeClosed(first.index() - 1, Math.max(first.index(), last.index()))
                        .mapToObj(Quarter::ofIndex)
                        .map(quarter -> new Option(quarter.code(), formats.quarter(quarter)))
                        .toList(),
                Actor.current().may(Right.TARGET_PLAN)
                        ? List.of()
                        : Actor.current().appointments().stream()
                                .filter(held -> Right.TARGET_ANSWER.isGrantedTo(held.role()))
                                .map(held -> new Option(held.unitId().toString(), wording.unit(units, held.unitId())))
                                .toList());
    }

    @Transactional(readOnly = true)
    ShowPage show(UUID id) {
        TargetAmendmentService.Dossier dossier = amendments.amendment(id);
        TargetAmendmentView amendment = dossier.amendment();
        Map<UUID, UnitView> units = wording.units();
        Map<UUID, SplitView> splits = new HashMap<>();
        List<SplitView> all = sets.splits(amendment.setId());
        all.forEach(split -> splits.put(split.indicator().id(), split));
        boolean mine = amendment.authorId().equals(Actor.current().personId());
        boolean writing = mine && amendment.status() == TargetAmendmentStatus.DRAFT;
        return new ShowPage(
                id,
                amendment.setId(),
                Actor.current().may(Right.TARGET_READ),
                wording.text("apportionment.amendment.name", amendment.number()),
                dossier.set().name(),
                wording.tag(amendment.status()),
                wording.text("apportionment.amendment-turn." + amendment.status()),
                wording.minute(amendment.since()),
                amendment.status() == TargetAmendmentStatus.PROPOSED
                                || amendment.status() == TargetAmendmentStatus.REVIEWED
                        ? wording.due(amendment.decideBy())
                        : null,
                wording.text(amendment.cause()),
                amendment.reason(),
                amendment.evidence(),
                formats.quarter(amendment.effectiveFrom()),
                wording.people(Stream.of(amendment.authorId())).getOrDefault(amendment.authorId(), ""),
                amendment.authorUnitId() == null ? null : wording.unit(units, amendment.authorUnitId()),
                amendment.documentNo(),
                dossier.changes().stream()
                        .map(change -> row(
                                change,
                                Objects.requireNonNull(splits.get(change.line().indicatorId())),
                                units))
                        .toList(),
                effects(dossier, units),
                writing ? fields(dossier, all, units) : List.of(),
                units.values().stream()
                        .filter(unit ->
                                all.stream().anyMatch(split -> split.units().contains(unit.id())))
                        .map(unit -> new Option(unit.id().toString(), unit.name(wording.locale())))
                        .toList(),
                acts(amendment, mine),
                wording.timeline(dossier.timeline(), "amendment"));
    }

    private static List<String> acts(TargetAmendmentView amendment, boolean mine) {
        List<String> acts = new ArrayList<>();
        for (TargetAmendmentAction act : amendment.status().actions()) {
            Right right = act.right();
            boolean authors = act == TargetAmendmentAction.PROPOSE
                    || act == TargetAmendmentAction.DISCARD
                    || act == TargetAmendmentAction.WITHDRAW;
            if (right != null && Actor.current().may(right) && (mine || !authors)) {
                acts.add(act.name());
            }
        }
        return acts;
    }

    private ChangeRow row(ChangeView change, SplitView split, Map<UUID, UnitView> units) {
        LineView line = change.line();
        return new ChangeRow(
                split.indicator().name(wording.locale()),
                wording.unit(units, line.unitId()),
                wording.period(line.period()),
                wording.carried(split, line),
                wording.carried(split, change.value(), change.denominator()));
    }

    private List<EffectRow> effects(TargetAmendmentService.Dossier dossier, Map<UUID, UnitView> units) {
        List<EffectRow> rows = new ArrayList<>();
        for (TargetAmendmentService.Effect effect : dossier.effects()) {
            for (int at = 0; at < effect.after().size(); at++) {
                TargetWording.BalanceRow before =
                        wording.balance(effect.split(), effect.before().get(at), units);
                TargetWording.BalanceRow after =
                        wording.balance(effect.split(), effect.after().get(at), units);
                rows.add(new EffectRow(
                        effect.indicator().id(),
                        after.year(),
                        effect.indicator().name(wording.locale()),
                        after.whole(),
                        after.target(),
                        before.reached(),
                        after.reached(),
                        after.residual(),
                        after.state(),
                        after.holder(),
                        after.holdable()));
            }
        }
        return rows;
    }

    private List<Field> fields(
            TargetAmendmentService.Dossier dossier, List<SplitView> splits, Map<UUID, UnitView> units) {
        Quarter from = dossier.amendment().effectiveFrom();
        Map<UUID, BigDecimal> written = new HashMap<>();
        dossier.changes().forEach(change -> written.put(change.line().id(), change.value()));
        List<Field> fields = new ArrayList<>();
        for (SplitView split : splits) {
            for (LineView line : split.lines()) {
                Integer quarter = line.quarter();
                boolean open = line.year() > from.year()
                        || (line.year() == from.year() && (quarter == null || quarter >= from.number()));
                if (open && split.numeric() && split.law() != SplitLaw.RATIO) {
                    fields.add(new Field(
                            "value-" + line.id(),
                            split.indicator().name(wording.locale()),
                            wording.unit(units, line.unitId()),
                            wording.period(line.period()),
                            wording.carried(split, line) + " " + wording.text(split.measure()),
                            wording.plain(written.get(line.id()), split.measure())));
                }
            }
        }
        return fields;
    }

    /** The numbers typed into a draft, each in the measure of its indicator. */
    @Transactional(readOnly = true)
    List<TargetAmendmentService.Change> changes(UUID id, MultiValueMap<String, String> typed) {
        var input = new Typed();
        List<TargetAmendmentService.Change> changes = new ArrayList<>();
        for (SplitView split : sets.splits(amendments.amendment(id).amendment().setId())) {
            for (LineView line : split.lines()) {
                String field = "value-" + line.id();
                BigDecimal number = input.number(field, typed.getFirst(field), split.measure());
                if (number != null) {
                    changes.add(new TargetAmendmentService.Change(line.id(), number, line.denominator()));
                }
            }
        }
        input.end();
        return changes;
    }

    @Transactional(readOnly = true)
    ChangesPage changes() {
        Map<UUID, UnitView> units = wording.units();
        Map<UUID, ProgrammeView> byId = new HashMap<>();
        List<TargetAmendmentService.Published> published = amendments.published();
        if (!published.isEmpty()) {
            programmes.programmes().forEach(programme -> byId.put(programme.id(), programme));
        }
        return new ChangesPage(published.stream()
                .map(change -> {
                    ProgrammeView programme = Objects.requireNonNull(byId.get(change.programmeId()));
                    LineView line = change.change().line();
                    var measure = change.measure();
                    return new PublicRow(
                            wording.day(change.amendment().effectiveAt()),
                            Objects.requireNonNullElse(change.amendment().documentNo(), ""),
                            programme.name(wording.locale()),
                            programme.isSample(),
                            change.indicator().name(wording.locale()),
                            wording.unit(units, line.unitId()),
                            wording.period(line.period()),
                            wording.shown(line.value(), measure) + " " + wording.text(measure),
                            wording.shown(change.change().value(), measure) + " " + wording.text(measure),
                            wording.text(change.amendment().cause()),
                            formats.quarter(change.amendment().effectiveFrom()));
                })
                .toList());
    }
}
