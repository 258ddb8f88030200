package fledge.apportionment.web;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.apportionment.ConsultationService;
import fledge.apportionment.HoldingView;
import fledge.apportionment.LineView;
import fledge.apportionment.SplitView;
import fledge.apportionment.TargetLineAction;
import fledge.apportionment.TargetLineStatus;
import fledge.apportionment.TargetSetService;
import fledge.apportionment.TargetSetStatus;
import fledge.apportionment.TargetSetView;
import fledge.identity.UnitView;
import fledge.programme.SplitLaw;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the page models of single lines, and of all that a unit carries. */
@Component
class LinePages {

    private final ConsultationService consultation;
    private final TargetSetService sets;
    private final TargetSetPages numbers;
    private final TargetWording wording;

    LinePages(ConsultationService consultation, TargetSetService sets, TargetSetPages numbers, TargetWording wording) {
        this.consultation = consultation;
        this.sets = sets;
        this.numbers = numbers;
        this.wording = wording;
    }

    record ShowPage(
            UUID id,
            UUID set,
            UUID indicator,
            boolean planning,
            String name,
            String unit,
            String setName,
            String period,
            String measure,
            String place,
            String value,
            String plain,
            @Nullable String plainDenominator,
            boolean ratio,
            boolean numeric,
            TargetWording.Tag status,
            String turn,
            @Nullable String since,
            @Nullable String due,
            @Nullable String effectiveFrom,
            @Nullable String counter,
            @Nullable String counterReason,
            @Nullable String counterEvidence,
            List<TargetWording.BalanceRow> balances,
            List<String> acts,
            List<TargetWording.Moment> timeline) {

        public boolean may(String act) {
            return acts.contains(act);
        }
    }

    record OwnPage(List<OwnSet> sets, List<OwnHolding> holdings) {}

    record OwnSet(
            UUID id,
            String name,
            String number,
            TargetWording.Tag status,
            @Nullable String documentNo,
            @Nullable String due,
            long toAnswer,
            long toSign,
            boolean binding,
            boolean mayAnswer,
            boolean mayAmend,
            List<OwnLine> lines,
            List<UnitLetter> letters) {}

    record UnitLetter(UUID unit, String name) {}

    record OwnLine(
            UUID id,
            String unit,
            String indicator,
            String place,
            String period,
            String value,
            String measure,
            TargetWording.Tag status,
            @Nullable String counter) {}

    record OwnHolding(
            UUID id, String unit, String indicator, String year, String residual, String reason, boolean mine) {}

    @Transactional(readOnly = true)
    ShowPage show(UUID id) {
        ConsultationService.Dossier dossier = consultation.line(id);
        LineView line = dossier.line();
        SplitView split = dossier.split();
        Map<UUID, UnitView> units = wording.units();
        var counter = line.counter();
        var from = line.effectiveFrom();
        Instant due = switch (line.status()) {
            case PROPOSED -> line.answerDueAt();
            case ISSUED -> line.acknowledgeDueAt();
            default -> null;
        };
        return new ShowPage(
                id,
                line.setId(),
                line.indicatorId(),
                Actor.current().may(Right.TARGET_READ),
                split.indicator().name(wording.locale()),
                wording.unit(units, line.unitId()),
                split.set().name(),
                wording.period(line.period()),
                wording.text(split.measure()),
                place(line),
                wording.carried(split, line),
                wording.plain(line.value(), split.measure()),
                split.law() == SplitLaw.RATIO ? wording.plain(line.denominator(), split.measure()) : null,
                split.law() == SplitLaw.RATIO,
                split.numeric(),
                wording.tag(line.status()),
                wording.text("apportionment.line-turn." + line.status()),
                wording.minute(line.since()),
                wording.due(due),
                from == null ? null : wording.text("ui.quarter." + from.number(), Integer.toString(from.year())),
                counter == null ? null : wording.carried(split, counter.value(), counter.denominator()),
                counter == null ? null : counter.reason(),
                counter == null ? null : counter.evidence(),
                split.balances().stream()
                        .map(balance -> wording.balance(split, balance, units))
                        .toList(),
                acts(line, split),
                wording.timeline(dossier.timeline(), "line"));
    }

    private String place(LineView line) {
        return wording.text(line.position() == 1 ? "apportionment.place.lead" : "apportionment.place.support");
    }

    private static List<String> acts(LineView line, SplitView split) {
        TargetSetStatus set = split.set().status();
        List<String> acts = new ArrayList<>();
        for (TargetLineAction act : line.status().actions()) {
            Right right = act.right();
            boolean due = switch (act) {
                case AGREE -> set == TargetSetStatus.CONSULTATION;
                case COUNTER -> set == TargetSetStatus.CONSULTATION && split.numeric();
                case ACCEPT_COUNTER, INSIST -> set == TargetSetStatus.CONSULTATION || set == TargetSetStatus.DRAFT;
                case REPROPOSE ->
                    line.status() == TargetLineStatus.COUNTERED
                            ? set == TargetSetStatus.CONSULTATION || set == TargetSetStatus.DRAFT
                            : set == TargetSetStatus.CONSULTATION;
                case SETTLE -> set == TargetSetStatus.SUBMITTED;
                case ACKNOWLEDGE -> set == TargetSetStatus.ISSUED;
                case NO_ANSWER, ISSUE, SUPERSEDE -> false;
            };
            if (due && right != null && Actor.current().may(right, line.unitId())) {
                acts.add(act.name());
            }
        }
        return acts;
    }

    @Transactional(readOnly = true)
    OwnPage own() {
        Actor actor = Actor.current();
        Set<UUID> own = actor.unitsWith(Right.TARGET_OWN);
        Set<UUID> answering = actor.unitsWith(Right.TARGET_ANSWER);
        Map<UUID, UnitView> units = wording.units();
        Map<UUID, List<LineView>> bySet = new LinkedHashMap<>();
        consultation
                .ofUnits(own)
                .forEach(line -> bySet.computeIfAbsent(line.setId(), id -> new ArrayList<>())
                        .add(line));
        Map<UUID, SplitView> splits = new LinkedHashMap<>();
        List<OwnSet> shown = new ArrayList<>();
        bySet.forEach((setId, lines) -> {
            splits.clear();
            sets.splits(setId).forEach(split -> splits.put(split.indicator().id(), split));
            shown.add(set(sets.set(setId), lines, splits, units, !answering.isEmpty()));
        });
        return new OwnPage(
                shown,
                consultation.unsigned(own).stream()
                        .map(holding -> holding(holding, units, answering))
                        .toList());
    }

    private OwnSet set(
            TargetSetView set,
            List<LineView> lines,
            Map<UUID, SplitView> splits,
            Map<UUID, UnitView> units,
            boolean answers) {
        long toAnswer = set.status() == TargetSetStatus.CONSULTATION
                ? lines.stream()
                        .filter(line -> line.status() == TargetLineStatus.PROPOSED)
                        .count()
                : 0;
        long toSign = lines.stream()
                .filter(line -> line.status() == TargetLineStatus.ISSUED)
                .count();
        Instant due = lines.stream()
                .filter(line -> toAnswer > 0
                        ? line.status() == TargetLineStatus.PROPOSED
                        : line.status() == TargetLineStatus.ISSUED)
                .map(line -> toAnswer > 0 ? line.answerDueAt() : line.acknowledgeDueAt())
                .findFirst()
                .orElse(null);
        boolean issued = set.status() == TargetSetStatus.ISSUED;
        return new OwnSet(
                set.id(),
                set.name(),
                numbers.number(set),
                wording.tag(set.status()),
                set.documentNo(),
                wording.due(due),
                toAnswer,
                toSign,
                issued,
                answers,
                issued && answers,
                lines.stream()
                        .map(line -> {
                            SplitView split = splits.get(line.indicatorId());
                            var counter = line.counter();
                            return split == null
                                    ? null
                                    : new OwnLine(
                                            line.id(),
                                            wording.unit(units, line.unitId()),
                                            split.indicator().name(wording.locale()),
                                            place(line),
                                            wording.period(line.period()),
                                            wording.carried(split, line),
                                            split.numeric() ? wording.text(split.measure()) : "",
                                            wording.tag(line.status()),
                                            counter == null
                                                    ? null
                                                    : wording.carried(split, counter.value(), counter.denominator()));
                        })
                        .filter(Objects::nonNull)
                        .toList(),
                issued
                        ? lines.stream()
                                .map(LineView::unitId)
                                .distinct()
                                .map(unit -> new UnitLetter(unit, wording.unit(units, unit)))
                                .toList()
                        : List.of());
    }

    private OwnHolding holding(HoldingView holding, Map<UUID, UnitView> units, Set<UUID> answering) {
        SplitView split = sets.split(holding.setId(), holding.indicatorId());
        return new OwnHolding(
                holding.id(),
                wording.unit(units, holding.unitId()),
                split.indicator().name(wording.locale()),
                Integer.toString(holding.year()),
                wording.shown(holding.residual(), split.measure()) + wording.text(split.measure()),
                holding.reason(),
                answering.contains(holding.unitId()));
    }
}
