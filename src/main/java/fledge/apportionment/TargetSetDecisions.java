package fledge.apportionment;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.apportionment.rules.Whole;
import fledge.calendar.WorkingCalendar;
import fledge.kernel.Quarter;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.programme.ProgrammeService;
import fledge.programme.SplitLaw;
import fledge.tenancy.PortalClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The way of a target set from draft to issue and to its end: circulated, submitted, decided, issued, closed. */
@Service
public class TargetSetDecisions {

    /** Working days that a unit has to answer; silence is never agreement. */
    static final int DAYS_TO_ANSWER = 5;

    /** Working days that a unit has to sign for what was issued; silence is listed, the target binds. */
    static final int DAYS_TO_ACKNOWLEDGE = 3;

    private final TargetSets found;
    private final TargetSetRepository sets;
    private final TargetLineRepository lines;
    private final SplitWholeRepository wholes;
    private final SplitReader reader;
    private final Editions editions;
    private final TargetLog log;
    private final ProgrammeService programmes;
    private final AssessedPeriods assessed;
    private final WorkingCalendar calendar;
    private final PortalClock clock;

    TargetSetDecisions(
            TargetSets found,
            TargetSetRepository sets,
            TargetLineRepository lines,
            SplitWholeRepository wholes,
            SplitReader reader,
            Editions editions,
            TargetLog log,
            ProgrammeService programmes,
            AssessedPeriods assessed,
            WorkingCalendar calendar,
            PortalClock clock) {
        this.found = found;
        this.sets = sets;
        this.lines = lines;
        this.wholes = wholes;
        this.reader = reader;
        this.editions = editions;
        this.log = log;
        this.programmes = programmes;
        this.assessed = assessed;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Asks the units: every line must be whole, and what the parts have to come to is written down. */
    @Transactional
    public void circulate(UUID setId, int version) {
        TargetSet set = found.change(setId, version, Right.TARGET_PLAN);
        set.requireStatus(TargetSetStatus.DRAFT);
        List<SplitView> splits = reader.all(set);
        refuseUnfit(set, splits);
        freezeWholes(set, splits);
        Instant now = clock.now();
        Instant due = calendar.endOfWorkingDay(now, DAYS_TO_ANSWER);
        set.circulate(now);
        lines.ofSet(set.id()).forEach(line -> line.ask(now, due));
        log.moved(set, TargetSetAction.CIRCULATE, TargetSetStatus.DRAFT, "", Map.of("answerBy", due));
    }

    private void refuseUnfit(TargetSet set, List<SplitView> splits) {
        List<Reason> reasons = new ArrayList<>();
        if (splits.isEmpty()) {
            reasons.add(Reason.of("apportionment.refused.nothingSplit"));
        }
        for (SplitView split : splits) {
            String name = split.indicator().nameZh();
            if (!split.isComplete()) {
                reasons.add(Reason.of("apportionment.refused.incomplete", name));
            }
        }
        if (sets
                .findByStatusIn(
                        List.of(TargetSetStatus.CONSULTATION, TargetSetStatus.SUBMITTED, TargetSetStatus.APPROVED))
                .stream()
                .anyMatch(other -> other.programmeId().equals(set.programmeId()))) {
            reasons.add(Reason.of("apportionment.refused.anotherOnItsWay"));
        }
        RuleRefused.ifAny(reasons);
    }

    private void freezeWholes(TargetSet set, List<SplitView> splits) {
        wholes.deleteBySetId(set.id());
        List<SplitWhole> frozen = new ArrayList<>();
        for (SplitView split : splits) {
            for (Whole whole : new SplitTerms(split.indicator()).wholes()) {
                frozen.add(new SplitWhole(set.id(), split.indicator().id(), whole));
            }
        }
        wholes.saveAll(frozen);
    }

    /** Takes the set back to be written anew, under the next draft number; what units agreed to stands until it is changed. */
    @Transactional
    public void revise(UUID setId, int version, String reason) {
        String why = Words.required("reason", reason);
        TargetSet set = found.change(setId, version, Right.TARGET_PLAN);
        set.revise(sets.lastNumber(set.programmeId()) + 1, clock.now());
        log.moved(set, TargetSetAction.REVISE, TargetSetStatus.CONSULTATION, why, Map.of("number", set.number()));
    }

    /** Before the decider: every line answered or escalated, every sum closed or its residual signed for. */
    @Transactional
    public void submit(UUID setId, int version) {
        TargetSet set = found.change(setId, version, Right.TARGET_PLAN);
        long open = lines.ofSet(set.id()).stream()
                .filter(line ->
                        line.status() == TargetLineStatus.PROPOSED || line.status() == TargetLineStatus.COUNTERED)
                .count();
        if (open > 0) {
            throw new RuleRefused(Reason.of("apportionment.refused.unanswered", open));
        }
        refuseGaps(set);
        set.submit(Actor.current().person(), clock.now());
        log.moved(set, TargetSetAction.SUBMIT, TargetSetStatus.CONSULTATION, "", Map.of());
    }

    @Transactional
    public void sendBack(UUID setId, int version, String reason) {
        String why = Words.required("reason", reason);
        TargetSet set = found.change(setId, version, Right.TARGET_DECIDE);
        set.sendBack(clock.now());
        log.moved(set, TargetSetAction.RETURN, TargetSetStatus.SUBMITTED, why, Map.of());
    }

    /** The decision: by somebody who planned nothing of it, when nothing is left to settle, under a document number. */
    @Transactional
    public void approve(UUID setId, int version, String documentNo) {
        Words words = new Words();
        String number = words.take("documentNo", documentNo, 100);
        words.refuse();
        TargetSet set = found.change(setId, version, Right.TARGET_DECIDE);
        UUID person = Actor.current().person();
        List<TargetLine> all = lines.ofSet(set.id());
        long unsettled = all.stream()
                .filter(line -> line.status() == TargetLineStatus.ESCALATED)
                .count();
        if (unsettled > 0) {
            throw new RuleRefused(Reason.of("apportionment.refused.unsettled", unsettled));
        }
        if (all.stream().anyMatch(line -> line.isEnteredBy(person))) {
            throw new RuleRefused(Reason.of("apportionment.refused.samePerson"));
        }
        refuseGaps(set);
        set.approve(person, number, clock.now());
        log.moved(set, TargetSetAction.APPROVE, TargetSetStatus.SUBMITTED, "", Map.of("documentNo", number));
    }

    @Transactional
    public void rescind(UUID setId, int version, String reason) {
        String why = Words.required("reason", reason);
        TargetSet set = found.change(setId, version, Right.TARGET_DECIDE);
        set.rescind(clock.now());
        log.moved(set, TargetSetAction.RESCIND, TargetSetStatus.APPROVED, why, Map.of());
    }

    /** Issues the set: from here on its lines bind, and nothing in it is edited. */
    @Transactional
    public void issue(UUID setId, int version) {
        TargetSet set = found.change(setId, version, Right.TARGET_PLAN);
        if (sets.findByProgrammeIdOrderByNumber(set.programmeId()).stream()
                .anyMatch(other -> other.status() == TargetSetStatus.ISSUED)) {
            throw new RuleRefused(Reason.of("apportionment.refused.anotherIssued"));
        }
        refuseGaps(set);
        Instant now = clock.now();
        Instant acknowledgeBy = calendar.endOfWorkingDay(now, DAYS_TO_ACKNOWLEDGE);
        set.issue(Actor.current().person(), now);
        List<TargetLine> all = lines.ofSet(set.id());
        for (TargetLine line : all) {
            TargetLineStatus from = line.status();
            line.issue(now, acknowledgeBy);
            log.moved(line, TargetLineAction.ISSUE, from, "", Map.of());
        }
        EditionView edition = editions.freeze(set, all, null);
        log.moved(
                set,
                TargetSetAction.ISSUE,
                TargetSetStatus.APPROVED,
                "",
                Map.of("edition", 1, "lines", all.size(), "hash", edition.hash()));
    }

    @Transactional
    public void cancel(UUID setId, int version, String reason) {
        String why = Words.required("reason", reason);
        TargetSet set = found.change(setId, version, Right.TARGET_PLAN);
        set.cancel(clock.now());
        log.moved(set, TargetSetAction.CANCEL, TargetSetStatus.DRAFT, why, Map.of());
    }

    /** Ends a set whose period is over and whose last quarter has been assessed. */
    @Transactional
    public void close(UUID setId, int version) {
        TargetSet set = found.change(setId, version, Right.TARGET_PLAN);
        Integer last = programmes.programme(set.programmeId()).endYear();
        Quarter end = new Quarter(last == null ? 9999 : last, 4);
        boolean over = !clock.now()
                .isBefore(end.next().start().atStartOfDay(PortalClock.ZONE).toInstant());
        boolean released = assessed.newest(set.programmeId())
                .map(newest -> newest.compareTo(end) >= 0)
                .orElse(false);
        if (!over || !released) {
            throw new RuleRefused(Reason.of("apportionment.refused.notOver", end));
        }
        set.close(clock.now());
        log.moved(set, TargetSetAction.CLOSE, TargetSetStatus.ISSUED, "", Map.of());
    }

    /** Short sums go nowhere unless the unit named for the residual has signed. */
    private void refuseGaps(TargetSet set) {
        List<Reason> reasons = new ArrayList<>();
        for (SplitView split : reader.all(set)) {
            split.balances().stream()
                    .filter(balance -> !split.stands(balance))
                    .map(balance -> Reason.of(
                            split.law() == SplitLaw.ADDITIVE
                                    ? "apportionment.refused.residual"
                                    : "apportionment.refused.missed",
                            split.indicator().nameZh(),
                            Integer.toString(balance.whole().year()),
                            balance.state(),
                            split.measure()
                                    .fromBase(balance.residual())
                                    .abs()
                                    .stripTrailingZeros()
                                    .toPlainString(),
                            split.measure()))
                    .forEach(reasons::add);
        }
        RuleRefused.ifAny(reasons);
    }
}
