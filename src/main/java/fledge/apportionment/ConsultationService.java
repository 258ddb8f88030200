package fledge.apportionment;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.access.Right;
import fledge.calendar.WorkingCalendar;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.tenancy.PortalClock;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What goes to and fro about lines: units agree, counter and sign for them; the planner and the decider answer. */
@Service
public class ConsultationService {

    private final TargetSets found;
    private final TargetLineRepository lines;
    private final TargetStepRepository steps;
    private final ResidualHoldingRepository holdings;
    private final SplitReader reader;
    private final TargetLog log;
    private final WorkingCalendar calendar;
    private final PortalClock clock;

    ConsultationService(
            TargetSets found,
            TargetLineRepository lines,
            TargetStepRepository steps,
            ResidualHoldingRepository holdings,
            SplitReader reader,
            TargetLog log,
            WorkingCalendar calendar,
            PortalClock clock) {
        this.found = found;
        this.lines = lines;
        this.steps = steps;
        this.holdings = holdings;
        this.reader = reader;
        this.log = log;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** A line with its set, what happened to it, and the split it is part of. */
    public record Dossier(LineView line, SplitView split, List<TargetStepView> timeline) {}

    @Transactional(readOnly = true)
    public Dossier line(UUID lineId) {
        TargetLine line = lines.findById(lineId).orElseThrow(() -> new NotFound("line " + lineId));
        TargetSet set = found.read(line.setId());
        Actor actor = Actor.current();
        if (!actor.may(Right.TARGET_READ) && !actor.may(Right.TARGET_OWN, line.unitId())) {
            throw new NotFound("line " + lineId);
        }
        return new Dossier(
                line.view(),
                reader.one(set, line.indicatorId()),
                steps.findByLineIdOrderByIdDesc(lineId).stream()
                        .map(TargetStep::view)
                        .toList());
    }

    /** The live lines of units, of sets that are past their draft. */
    @Transactional(readOnly = true)
    public List<LineView> ofUnits(Set<UUID> units) {
        if (units.isEmpty()) {
            return List.of();
        }
        return lines.ofUnits(units).stream().map(TargetLine::view).toList();
    }

    /** Residuals that these units were named for and have not signed. */
    @Transactional(readOnly = true)
    public List<HoldingView> unsigned(Set<UUID> units) {
        return units.isEmpty()
                ? List.of()
                : holdings.findByUnitIdInAndSignedByIsNullOrderById(units).stream()
                        .map(ResidualHolding::view)
                        .toList();
    }

    // The unit

    @Transactional
    public void agree(UUID lineId) {
        TargetLine line = answered(lineId).line();
        line.agree(Actor.current().person(), clock.now());
        log.moved(line, TargetLineAction.AGREE, TargetLineStatus.PROPOSED, "", Map.of());
    }

    /** Agrees to everything of a set that still waits for these units' answer. */
    @Transactional
    public int agreeAll(UUID setId) {
        List<TargetLine> waiting = ownLines(setId, TargetSetStatus.CONSULTATION, TargetLineStatus.PROPOSED);
        for (TargetLine line : waiting) {
            line.agree(Actor.current().person(), clock.now());
            log.moved(line, TargetLineAction.AGREE, TargetLineStatus.PROPOSED, "", Map.of());
        }
        return waiting.size();
    }

    /** Offers another number, with the reason and what proves it. */
    @Transactional
    public void counter(
            UUID lineId, @Nullable BigDecimal value, @Nullable BigDecimal denominator, String reason, String evidence) {
        Words words = new Words();
        String why = words.take("reason", reason);
        String proof = words.take("evidence", evidence);
        TargetSets.Held held = answered(lineId);
        TargetLine line = held.line();
        SplitTerms terms = new SplitTerms(reader.indicator(held.set(), line.indicatorId()));
        check(words, terms, value, denominator == null ? line.denominator() : denominator);
        words.refuse();
        if (value == null) {
            throw new RuleRefused(Reason.on("value", "apportionment.refused.giveNumber"));
        }
        line.counter(Actor.current().person(), new CounterProposal(value, denominator, why, proof), clock.now());
        log.moved(
                line,
                TargetLineAction.COUNTER,
                TargetLineStatus.PROPOSED,
                why,
                Map.of("value", value, "evidence", proof));
    }

    private static void check(
            Words words, SplitTerms terms, @Nullable BigDecimal value, @Nullable BigDecimal denominator) {
        terms.refusal("value", value).ifPresent(words::add);
        terms.refusal("denominator", denominator).ifPresent(words::add);
        if (!terms.isComplete(value, denominator)) {
            words.add(Reason.on("value", "apportionment.refused.giveNumber"));
        }
    }

    @Transactional
    public void acknowledge(UUID lineId) {
        TargetLine line = hold(lineId, TargetSetStatus.ISSUED).line();
        Actor.current().require(Right.TARGET_ANSWER, line.unitId());
        acknowledge(line);
    }

    /** Signs for everything of an issued set that waits for these units' signature (签收). */
    @Transactional
    public int acknowledgeAll(UUID setId) {
        List<TargetLine> waiting = ownLines(setId, TargetSetStatus.ISSUED, TargetLineStatus.ISSUED);
        waiting.forEach(this::acknowledge);
        return waiting.size();
    }

    private void acknowledge(TargetLine line) {
        line.acknowledge(Actor.current().person(), clock.now());
        log.moved(line, TargetLineAction.ACKNOWLEDGE, TargetLineStatus.ISSUED, "", Map.of());
    }

    /** The unit takes the residual upon itself. */
    @Transactional
    public void signResidual(UUID holdingId) {
        ResidualHolding holding = holdings.lock(holdingId).orElseThrow(() -> new NotFound("holding " + holdingId));
        if (!Actor.current().may(Right.TARGET_ANSWER, holding.unitId())) {
            throw new NotFound("holding " + holdingId);
        }
        UUID person = Actor.current().person();
        if (holding.signedBy() != null) {
            throw new RuleRefused(Reason.of("apportionment.refused.signedAlready"));
        }
        if (person.equals(holding.namedBy())) {
            throw new RuleRefused(Reason.of("apportionment.refused.samePerson"));
        }
        holding.sign(person, clock.now());
        log.signed(holding.view());
    }

    // The planner

    /** Takes the unit's number over; what that leaves open shows at once. */
    @Transactional
    public void acceptCounter(UUID lineId) {
        TargetLine line = planned(lineId);
        TargetLineStatus from = line.status();
        line.acceptCounter(Actor.current().person(), clock.now());
        log.moved(line, TargetLineAction.ACCEPT_COUNTER, from, "", Map.of("value", number(line)));
    }

    /** Proposes again, the same or another number; an earlier agreement is void, and the unit is asked anew. */
    @Transactional
    public void repropose(UUID lineId, @Nullable BigDecimal value, @Nullable BigDecimal denominator, String reason) {
        Words words = new Words();
        String why = words.take("reason", reason);
        TargetSets.Held held = hold(lineId, TargetSetStatus.DRAFT, TargetSetStatus.CONSULTATION);
        Actor.current().require(Right.TARGET_PLAN);
        TargetLine line = held.line();
        SplitTerms terms = new SplitTerms(reader.indicator(held.set(), line.indicatorId()));
        BigDecimal under = denominator == null ? line.denominator() : denominator;
        check(words, terms, value, under);
        words.refuse();
        TargetLineStatus from = line.status();
        Instant due = held.set().status() == TargetSetStatus.CONSULTATION
                ? calendar.endOfWorkingDay(clock.now(), TargetSetDecisions.DAYS_TO_ANSWER)
                : null;
        line.repropose(clock.now(), due);
        line.write(value, under, Actor.current().person());
        log.moved(line, TargetLineAction.REPROPOSE, from, why, Map.of("value", number(line)));
    }

    /** Keeps the number against the unit's: the decider settles it. */
    @Transactional
    public void insist(UUID lineId, String reason) {
        String why = Words.required("reason", reason);
        TargetLine line = planned(lineId);
        TargetLineStatus from = line.status();
        line.insist(clock.now());
        log.moved(line, TargetLineAction.INSIST, from, why, Map.of());
    }

    // The decider

    /** Fixes the number of an escalated line. */
    @Transactional
    public void settle(UUID lineId, @Nullable BigDecimal value, @Nullable BigDecimal denominator, String reason) {
        Words words = new Words();
        String why = words.take("reason", reason);
        TargetSets.Held held = hold(lineId, TargetSetStatus.SUBMITTED);
        Actor.current().require(Right.TARGET_DECIDE);
        TargetLine line = held.line();
        SplitTerms terms = new SplitTerms(reader.indicator(held.set(), line.indicatorId()));
        BigDecimal under = denominator == null ? line.denominator() : denominator;
        check(words, terms, value, under);
        words.refuse();
        line.settle(Actor.current().person(), value, under, clock.now());
        log.moved(line, TargetLineAction.SETTLE, TargetLineStatus.ESCALATED, why, Map.of("value", number(line)));
    }

    // The portal

    /** Whoever has not answered in time is heard by the decider: silence is never agreement. */
    @Transactional
    public int escalateUnanswered() {
        List<UUID> setIds = lines.unanswered(clock.now());
        int escalated = 0;
        for (UUID setId : setIds) {
            TargetSet set = found.lock(setId);
            if (set.status() != TargetSetStatus.CONSULTATION) {
                continue;
            }
            for (TargetLine line : lines.ofSet(setId)) {
                if (line.isOverdue(clock.now())) {
                    line.noAnswer(clock.now());
                    log.moved(line, TargetLineAction.NO_ANSWER, TargetLineStatus.PROPOSED, "", Map.of());
                    escalated++;
                }
            }
        }
        return escalated;
    }

    private static String number(TargetLine line) {
        BigDecimal value = line.value();
        return value == null ? "" : value.toPlainString();
    }

    private TargetSets.Held answered(UUID lineId) {
        TargetSets.Held held = hold(lineId, TargetSetStatus.CONSULTATION);
        Actor.current().require(Right.TARGET_ANSWER, held.line().unitId());
        return held;
    }

    private TargetLine planned(UUID lineId) {
        Actor.current().require(Right.TARGET_PLAN);
        return hold(lineId, TargetSetStatus.DRAFT, TargetSetStatus.CONSULTATION).line();
    }

    /** Finds which set a line is of without reading the line, locks it, and reads the line then. */
    private TargetSets.Held hold(UUID lineId, TargetSetStatus... expected) {
        UUID setId = lines.setOf(lineId).orElseThrow(() -> new NotFound("line " + lineId));
        TargetSets.Held held = found.hold(lineId, setId);
        Actor actor = Actor.current();
        if (!actor.may(Right.TARGET_READ)
                && !actor.may(Right.TARGET_OWN, held.line().unitId())) {
            throw new NotFound("line " + lineId);
        }
        held.set().requireStatus(expected);
        return held;
    }

    private List<TargetLine> ownLines(UUID setId, TargetSetStatus expected, TargetLineStatus waiting) {
        Actor.current().require(Right.TARGET_ANSWER);
        TargetSet set = found.lock(setId);
        set.requireStatus(expected);
        Set<UUID> own = Actor.current().unitsWith(Right.TARGET_ANSWER);
        Predicate<TargetLine> mine = line -> line.isLive() && line.status() == waiting && own.contains(line.unitId());
        List<TargetLine> open = lines.ofSet(setId).stream().filter(mine).toList();
        if (open.isEmpty()) {
            throw new RuleRefused(Reason.of("apportionment.refused.nothingWaits"));
        }
        return open;
    }
}
