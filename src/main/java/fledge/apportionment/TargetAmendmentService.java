package fledge.apportionment;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.access.Right;
import fledge.apportionment.rules.Balance;
import fledge.calendar.WorkingCalendar;
import fledge.kernel.Measure;
import fledge.kernel.Quarter;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.programme.IndicatorView;
import fledge.tenancy.PortalClock;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Amendments of issued targets (指标调整): written by a unit or the planner, reviewed, decided by another, and put in force by the
 * portal. Old lines are never edited; results measured under them stay with them.
 */
@Service
public class TargetAmendmentService {

    /** Working days in which an amendment is to be decided. */
    static final int DAYS_TO_DECIDE = 10;

    private final TargetSets found;
    private final TargetAmendmentRepository amendments;
    private final AmendmentChangeRepository changes;
    private final TargetLineRepository lines;
    private final ResidualHoldingRepository holdings;
    private final TargetStepRepository steps;
    private final SplitReader reader;
    private final Editions editions;
    private final TargetLog log;
    private final AssessedPeriods assessed;
    private final WorkingCalendar calendar;
    private final PortalClock clock;
    private final EntityManager entityManager;

    TargetAmendmentService(
            TargetSets found,
            TargetAmendmentRepository amendments,
            AmendmentChangeRepository changes,
            TargetLineRepository lines,
            ResidualHoldingRepository holdings,
            TargetStepRepository steps,
            SplitReader reader,
            Editions editions,
            TargetLog log,
            AssessedPeriods assessed,
            WorkingCalendar calendar,
            PortalClock clock,
            EntityManager entityManager) {
        this.found = found;
        this.amendments = amendments;
        this.changes = changes;
        this.lines = lines;
        this.holdings = holdings;
        this.steps = steps;
        this.reader = reader;
        this.editions = editions;
        this.log = log;
        this.assessed = assessed;
        this.calendar = calendar;
        this.clock = clock;
        this.entityManager = entityManager;
    }

    /** A number to put in the place of a line's. */
    public record Change(
            UUID lineId, BigDecimal value, @Nullable BigDecimal denominator) {}

    /** What the parts of an indicator come to before an amendment and after it, year by year. */
    public record Effect(IndicatorView indicator, SplitView split, List<Balance> before, List<Balance> after) {

        /** Whether a year is left open that was not, or otherwise than it was. */
        public boolean leavesOpen() {
            return after.stream().anyMatch(balance -> !balance.closes());
        }
    }

    /** An amendment with its changes, what they do to the sums, the holders named for what stays open, and its timeline. */
    public record Dossier(
            TargetAmendmentView amendment,
            TargetSetView set,
            List<ChangeView> changes,
            List<Effect> effects,
            List<HoldingView> holdings,
            List<TargetStepView> timeline) {}

    /** A change in force, for the public list. */
    public record Published(
            TargetAmendmentView amendment,
            UUID programmeId,
            ChangeView change,
            IndicatorView indicator,
            Measure measure) {}

    @Transactional
    public UUID draft(
            UUID setId,
            TargetAmendmentCause cause,
            String reason,
            String evidence,
            Quarter from,
            @Nullable UUID unitId) {
        UUID author = Actor.current().person();
        requireAuthor(unitId);
        TargetSet set = found.lock(setId);
        set.requireStatus(TargetSetStatus.ISSUED);
        Words words = new Words();
        String why = words.take("reason", reason);
        String proof = words.take("evidence", evidence);
        refusal(set, from).forEach(words::add);
        words.refuse();
        TargetAmendment amendment = amendments.save(new TargetAmendment(
                setId,
                amendments.lastNumber(setId) + 1,
                new NewAmendment(cause, why, proof, from),
                author,
                unitId,
                clock.now()));
        return amendment.id();
    }

    private static void requireAuthor(@Nullable UUID unitId) {
        if (unitId == null) {
            Actor.current().require(Right.TARGET_PLAN);
        } else {
            Actor.current().require(Right.TARGET_ANSWER, unitId);
        }
    }

    /** The first quarter an amendment may count for: after the newest assessed one, within the programme. */
    private List<Reason> refusal(TargetSet set, Quarter from) {
        Quarter newest = assessed.newest(set.programmeId()).orElse(null);
        return newest != null && from.compareTo(newest) <= 0
                ? List.of(Reason.on("effectiveFrom", "apportionment.refused.assessed", newest))
                : List.of();
    }

    /** Writes the changes of a draft: those given replace those there were. */
    @Transactional
    public void write(UUID amendmentId, List<Change> wanted) {
        TargetAmendment amendment = own(amendmentId);
        amendment.requireDraft();
        TargetSet set = found.lock(amendment.setId());
        Map<UUID, TargetLine> live = live(set);
        Map<UUID, IndicatorView> indicators = found.indicators(set.programmeId());
        List<Reason> reasons = new ArrayList<>();
        for (Change change : wanted) {
            TargetLine line = live.get(change.lineId());
            IndicatorView indicator = line == null ? null : indicators.get(line.indicatorId());
            if (line == null || indicator == null) {
                throw new NotFound("line " + change.lineId());
            }
            SplitTerms terms = new SplitTerms(indicator);
            terms.refusal("value-" + line.id(), change.value()).ifPresent(reasons::add);
            Quarter from = amendment.effectiveFrom();
            Integer quarter = line.period().quarter();
            if (line.year() < from.year()
                    || (line.year() == from.year() && quarter != null && quarter < from.number())) {
                reasons.add(Reason.on("value-" + line.id(), "apportionment.refused.periodBefore", from));
            }
        }
        RuleRefused.ifAny(reasons);
        Map<UUID, AmendmentChange> known = new HashMap<>();
        changes.of(List.of(amendmentId)).forEach(row -> known.put(row.line().id(), row.change()));
        List<AmendmentChange> added = new ArrayList<>();
        for (Change change : wanted) {
            AmendmentChange row = known.remove(change.lineId());
            if (row == null) {
                added.add(new AmendmentChange(amendment, change.lineId(), change.value(), change.denominator()));
            } else {
                row.write(change.value(), change.denominator());
            }
        }
        changes.deleteAll(known.values());
        changes.saveAll(added);
    }

    private Map<UUID, TargetLine> live(TargetSet set) {
        Map<UUID, TargetLine> live = new HashMap<>();
        lines.ofSet(set.id()).stream().filter(TargetLine::isLive).forEach(line -> live.put(line.id(), line));
        return live;
    }

    @Transactional
    public void propose(UUID amendmentId) {
        TargetAmendment amendment = own(amendmentId);
        requireAuthor(amendment.authorUnitId());
        TargetSet set = found.lock(amendment.setId());
        if (changes.of(List.of(amendmentId)).isEmpty()) {
            throw new RuleRefused(Reason.of("apportionment.refused.noChanges"));
        }
        refuseUnfit(set, amendment);
        amendment.propose(clock.now(), calendar.endOfWorkingDay(clock.now(), DAYS_TO_DECIDE));
        log.moved(amendment, TargetAmendmentAction.PROPOSE, TargetAmendmentStatus.DRAFT, "", Map.of());
    }

    /** Gives it up, as a draft or once proposed. */
    @Transactional
    public void withdraw(UUID amendmentId) {
        TargetAmendment amendment = own(amendmentId);
        found.lock(amendment.setId());
        TargetAmendmentStatus from = amendment.status();
        if (from == TargetAmendmentStatus.DRAFT) {
            amendment.discard(clock.now());
            log.moved(amendment, TargetAmendmentAction.DISCARD, from, "", Map.of());
        } else {
            amendment.withdraw(clock.now());
            log.moved(amendment, TargetAmendmentAction.WITHDRAW, from, "", Map.of());
        }
    }

    /** Names who is to answer for what an amendment leaves open in a year. */
    @Transactional
    public void nameHolder(UUID amendmentId, UUID indicatorId, int year, @Nullable UUID unitId, String reason) {
        Actor.current().require(Right.TARGET_PLAN);
        TargetAmendment amendment = load(amendmentId);
        TargetSet set = found.lock(amendment.setId());
        if (amendment.status() != TargetAmendmentStatus.PROPOSED) {
            throw new RuleRefused(
                    Reason.of("apportionment.refused.state", TargetAmendmentAction.ENDORSE, amendment.status()));
        }
        Words words = new Words();
        String why = words.take("reason", reason);
        if (unitId == null
                || reader.all(set).stream().noneMatch(split -> split.units().contains(unitId))) {
            words.add(Reason.on("unit", "apportionment.refused.chooseUnit"));
        }
        words.refuse();
        Balance open = effects(set, changes.of(List.of(amendmentId))).stream()
                .filter(effect -> effect.indicator().id().equals(indicatorId))
                .flatMap(effect -> effect.after().stream())
                .filter(balance -> balance.whole().year() == year && !balance.closes())
                .findFirst()
                .orElseThrow(() -> new RuleRefused(Reason.of("apportionment.refused.noResidual")));
        if (unitId != null) {
            holdings.save(new ResidualHolding(
                    set.id(),
                    indicatorId,
                    year,
                    open.residual(),
                    unitId,
                    why,
                    Actor.current().person(),
                    clock.now()));
        }
    }

    /** The planner's review: what stays open must have a holder. */
    @Transactional
    public void endorse(UUID amendmentId) {
        Actor.current().require(Right.TARGET_PLAN);
        TargetAmendment amendment = load(amendmentId);
        TargetSet set = found.lock(amendment.setId());
        refuseUnfit(set, amendment);
        refuseGaps(set, amendment, false);
        amendment.endorse(Actor.current().person(), clock.now());
        log.moved(amendment, TargetAmendmentAction.ENDORSE, TargetAmendmentStatus.PROPOSED, "", Map.of());
    }

    @Transactional
    public void decline(UUID amendmentId, String reason) {
        String why = Words.required("reason", reason);
        Actor.current().require(Right.TARGET_PLAN);
        TargetAmendment amendment = load(amendmentId);
        found.lock(amendment.setId());
        amendment.decline(Actor.current().person(), clock.now());
        log.moved(amendment, TargetAmendmentAction.DECLINE, TargetAmendmentStatus.PROPOSED, why, Map.of());
    }

    @Transactional
    public void approve(UUID amendmentId, String documentNo) {
        Words words = new Words();
        String number = words.take("documentNo", documentNo, 100);
        words.refuse();
        Actor.current().require(Right.TARGET_DECIDE);
        TargetAmendment amendment = load(amendmentId);
        TargetSet set = found.lock(amendment.setId());
        refuseUnfit(set, amendment);
        refuseGaps(set, amendment, true);
        if (amendments.findBySetIdOrderByNumberDesc(set.id()).stream()
                .anyMatch(other -> other.status() == TargetAmendmentStatus.APPROVED)) {
            throw new RuleRefused(Reason.of("apportionment.refused.anotherApproved"));
        }
        amendment.approve(Actor.current().person(), number, clock.now());
        log.moved(
                amendment,
                TargetAmendmentAction.APPROVE,
                TargetAmendmentStatus.REVIEWED,
                "",
                Map.of("documentNo", number));
    }

    @Transactional
    public void refuse(UUID amendmentId, String reason) {
        String why = Words.required("reason", reason);
        Actor.current().require(Right.TARGET_DECIDE);
        TargetAmendment amendment = load(amendmentId);
        found.lock(amendment.setId());
        amendment.refuse(Actor.current().person(), clock.now());
        log.moved(amendment, TargetAmendmentAction.REFUSE, TargetAmendmentStatus.REVIEWED, why, Map.of());
    }

    /** Puts approved amendments in force: the next edition, old lines superseded, new ones to be signed for. */
    @Transactional
    public int putInForce() {
        int done = 0;
        for (TargetAmendment amendment :
                amendments.findByStatusInOrderBySince(List.of(TargetAmendmentStatus.APPROVED))) {
            TargetSet set = found.lock(amendment.setId());
            entityManager.refresh(amendment);
            if (amendment.status() == TargetAmendmentStatus.APPROVED
                    && refusal(set, amendment.effectiveFrom()).isEmpty()) {
                takeEffect(set, amendment);
                done++;
            }
        }
        return done;
    }

    private void takeEffect(TargetSet set, TargetAmendment amendment) {
        Instant now = clock.now();
        int edition = set.nextEdition();
        List<TargetLine> successors = new ArrayList<>();
        List<ChangedLine> changed = changes.of(List.of(amendment.id()));
        Instant acknowledgeBy = calendar.endOfWorkingDay(now, TargetSetDecisions.DAYS_TO_ACKNOWLEDGE);
        for (ChangedLine row : changed) {
            TargetLineStatus from = row.line().status();
            row.line().supersede(edition, now);
            log.moved(row.line(), TargetLineAction.SUPERSEDE, from, "", Map.of("amendment", amendment.number()));
            successors.add(row.line().amended(amendment, row.change(), edition, now, acknowledgeBy));
        }
        // The live line of a place is one at a time: the old ones end before the new ones are there.
        entityManager.flush();
        lines.saveAll(successors);
        entityManager.flush();
        amendment.takeEffect(edition, now);
        EditionView frozen = editions.freeze(set, lines.ofSet(set.id()), amendment);
        log.moved(
                amendment,
                TargetAmendmentAction.TAKE_EFFECT,
                TargetAmendmentStatus.APPROVED,
                "",
                Map.of("edition", edition, "hash", frozen.hash()));
    }

    /** Neither lines that another amendment took away meanwhile, nor a quarter that was assessed meanwhile. */
    private void refuseUnfit(TargetSet set, TargetAmendment amendment) {
        set.requireStatus(TargetSetStatus.ISSUED);
        List<Reason> reasons = new ArrayList<>(refusal(set, amendment.effectiveFrom()));
        if (changes.of(List.of(amendment.id())).stream()
                .anyMatch(row -> !row.line().isLive())) {
            reasons.add(Reason.of("apportionment.refused.supersededMeanwhile"));
        }
        RuleRefused.ifAny(reasons);
    }

    private void refuseGaps(TargetSet set, TargetAmendment amendment, boolean signed) {
        List<Reason> reasons = new ArrayList<>();
        for (Effect effect : effects(set, changes.of(List.of(amendment.id())))) {
            for (Balance balance : effect.after()) {
                HoldingView holding = effect.split().holding(balance);
                boolean held = holding != null && (!signed || holding.isSigned());
                if (!balance.closes() && !held) {
                    reasons.add(Reason.of(
                            "apportionment.refused.residual",
                            effect.indicator().nameZh(),
                            Integer.toString(balance.whole().year()),
                            balance.state(),
                            effect.split()
                                    .measure()
                                    .fromBase(balance.residual())
                                    .abs()
                                    .stripTrailingZeros()
                                    .toPlainString(),
                            effect.split().measure()));
                }
            }
        }
        RuleRefused.ifAny(reasons);
    }

    private List<Effect> effects(TargetSet set, List<ChangedLine> changed) {
        Map<UUID, AmendmentChange> byLine = new HashMap<>();
        changed.forEach(row -> byLine.put(row.line().id(), row.change()));
        List<Effect> effects = new ArrayList<>();
        for (SplitView split : reader.all(set)) {
            // Of an amendment in force the present lines are already the changed ones.
            if (changed.stream()
                    .noneMatch(row ->
                            row.line().indicatorId().equals(split.indicator().id()))) {
                continue;
            }
            SplitTerms terms = new SplitTerms(split.indicator());
            effects.add(new Effect(
                    split.indicator(),
                    split,
                    split.balances(),
                    terms.balances(
                            split.lines(),
                            line -> byLine.containsKey(line.id())
                                    ? byLine.get(line.id()).value()
                                    : line.value(),
                            line -> byLine.containsKey(line.id())
                                    ? byLine.get(line.id()).denominator()
                                    : line.denominator())));
        }
        return effects;
    }

    @Transactional(readOnly = true)
    public Dossier amendment(UUID amendmentId) {
        TargetAmendment amendment = read(amendmentId);
        TargetSet set = found.read(amendment.setId());
        List<ChangedLine> changed = changes.of(List.of(amendmentId));
        refuseOutsiders(amendment, changed);
        boolean over = amendment.status() == TargetAmendmentStatus.EFFECTIVE;
        List<Effect> effects = over ? List.of() : effects(set, changed);
        return new Dossier(
                amendment.view(),
                set.view(),
                changed.stream().map(ChangedLine::view).toList(),
                effects,
                effects.stream()
                        .flatMap(effect -> effect.split().holdings().stream())
                        .toList(),
                steps.findByAmendmentIdOrderByIdDesc(amendmentId).stream()
                        .map(TargetStep::view)
                        .toList());
    }

    /** A unit sees its own amendments, and those that change what it carries. */
    private static void refuseOutsiders(TargetAmendment amendment, List<ChangedLine> changed) {
        Actor actor = Actor.current();
        UUID unit = amendment.authorUnitId();
        boolean concerned = actor.may(Right.TARGET_READ)
                || (unit != null && actor.may(Right.TARGET_OWN, unit))
                || (amendment.status() != TargetAmendmentStatus.DRAFT
                        && changed.stream()
                                .anyMatch(row ->
                                        actor.may(Right.TARGET_OWN, row.line().unitId())));
        if (!concerned) {
            throw new NotFound("amendment " + amendment.id());
        }
    }

    @Transactional(readOnly = true)
    public List<TargetAmendmentView> ofSet(UUID setId) {
        return amendments.findBySetIdOrderByNumberDesc(found.read(setId).id()).stream()
                .map(TargetAmendment::view)
                .toList();
    }

    /** Every change in force, the newest first; for everybody. */
    @Transactional(readOnly = true)
    public List<Published> published() {
        Map<UUID, TargetAmendment> effective = new HashMap<>();
        List<TargetAmendment> inOrder = amendments.effective();
        inOrder.forEach(amendment -> effective.put(amendment.id(), amendment));
        if (effective.isEmpty()) {
            return List.of();
        }
        Map<UUID, TargetSet> sets = found.byId(
                inOrder.stream().map(TargetAmendment::setId).distinct().toList());
        Map<UUID, IndicatorView> indicators = new HashMap<>();
        sets.values().stream()
                .map(TargetSet::programmeId)
                .distinct()
                .forEach(programme -> indicators.putAll(found.indicators(programme)));
        Map<UUID, List<ChangedLine>> changed = new HashMap<>();
        changes.of(effective.keySet())
                .forEach(row -> changed.computeIfAbsent(row.change().amendmentId(), id -> new ArrayList<>())
                        .add(row));
        List<Published> published = new ArrayList<>();
        for (TargetAmendment amendment : inOrder) {
            TargetSet set = sets.get(amendment.setId());
            for (ChangedLine row : changed.getOrDefault(amendment.id(), List.of())) {
                IndicatorView indicator = indicators.get(row.line().indicatorId());
                if (set != null && indicator != null) {
                    published.add(new Published(
                            amendment.view(),
                            set.programmeId(),
                            row.view(),
                            indicator,
                            new SplitTerms(indicator).measure()));
                }
            }
        }
        return published;
    }

    private TargetAmendment own(UUID amendmentId) {
        TargetAmendment amendment = load(amendmentId);
        if (!amendment.authorId().equals(Actor.current().person())) {
            refuseOutsiders(amendment, changes.of(List.of(amendmentId)));
            throw new RuleRefused(Reason.of("apportionment.refused.notAuthor"));
        }
        return amendment;
    }

    /** Locks the set before the amendment is read, so that of two who decide the second sees what the first one did. */
    private TargetAmendment load(UUID amendmentId) {
        found.lock(amendments.setOf(amendmentId).orElseThrow(() -> new NotFound("amendment " + amendmentId)));
        return read(amendmentId);
    }

    private TargetAmendment read(UUID amendmentId) {
        return amendments.findById(amendmentId).orElseThrow(() -> new NotFound("amendment " + amendmentId));
    }
}
