package fledge.monitoring;

import fledge.access.Actor;
import fledge.access.Hand;
import fledge.access.Right;
import fledge.calendar.WorkingCalendar;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.monitoring.rules.FindingClass;
import fledge.programme.ProgrammeService;
import fledge.tenancy.PortalClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Review of signed returns: begin, judge the explanations, pass on, send back, accept; what is accepted counts. */
@Service
public class ReviewService {

    /** Working days that a unit gets to correct what was sent back. */
    static final int DAYS_TO_CORRECT = 3;

    private final Returns returns;
    private final ReturnFindingRepository findings;
    private final ReturnLineRepository lines;
    private final ReturnVersionRepository versions;
    private final Figures figures;
    private final FrozenRatings frozen;
    private final ReviewChain chain;
    private final Restatements restatements;
    private final ReturnLog log;
    private final ProgrammeService programmes;
    private final WorkingCalendar calendar;
    private final PortalClock clock;
    private final ApplicationEventPublisher events;

    ReviewService(
            Returns returns,
            ReturnFindingRepository findings,
            ReturnLineRepository lines,
            ReturnVersionRepository versions,
            Figures figures,
            FrozenRatings frozen,
            ReviewChain chain,
            Restatements restatements,
            ReturnLog log,
            ProgrammeService programmes,
            WorkingCalendar calendar,
            PortalClock clock,
            ApplicationEventPublisher events) {
        this.returns = returns;
        this.findings = findings;
        this.lines = lines;
        this.versions = versions;
        this.figures = figures;
        this.frozen = frozen;
        this.chain = chain;
        this.restatements = restatements;
        this.log = log;
        this.programmes = programmes;
        this.calendar = calendar;
        this.clock = clock;
        this.events = events;
    }

    @Transactional
    public void start(UUID returnId) {
        ReturnWithRound reviewed = returns.change(returnId, Right.RETURN_REVIEW);
        ReturnStatus from = reviewed.report().status();
        reviewed.report().startReview(hand(reviewed, Right.RETURN_REVIEW), clock.now());
        log.moved(reviewed.report(), reviewed.round(), ReturnAction.START_REVIEW, from);
    }

    /** Keeps the reviewer's verdict on each explanation; whoever doubts says what is doubtful. */
    @Transactional
    public void judge(UUID returnId, Map<UUID, Judgement> judgements) {
        ReturnWithRound reviewed = inReview(returnId, ReturnAction.ACCEPT);
        reviewed.report().refuseReporters(hand(reviewed, Right.RETURN_REVIEW));
        var reasons = new ArrayList<Reason>();
        var given = new LinkedHashMap<String, String>();
        for (ReturnFinding finding : findings.findByReturnIdOrderByFindingClassAscIdAsc(returnId)) {
            Judgement judgement = judgements.get(finding.id());
            if (judgement == null || !finding.view().findingClass().needsExplanation()) {
                continue;
            }
            String text = judgement.text().strip();
            if (text.length() > EntryService.LONGEST_TEXT) {
                reasons.add(Reason.on(
                        "judgement-" + finding.id(), "monitoring.refused.too-long", EntryService.LONGEST_TEXT));
            } else if (judgement.verdict() == ExplanationVerdict.DOUBTED && text.isEmpty()) {
                reasons.add(Reason.on("judgement-" + finding.id(), "monitoring.refused.doubt-without-words"));
            } else {
                finding.judge(
                        new Judgement(judgement.verdict(), text),
                        Actor.current().person());
                given.put(finding.id().toString(), (judgement.verdict().name() + " " + text).strip());
            }
        }
        RuleRefused.ifAny(reasons);
        if (!given.isEmpty()) {
            events.publishEvent(new ExplanationsJudged(log.subject(reviewed.report(), reviewed.round()), given));
        }
    }

    /** Passes the return on to the next level of review. */
    @Transactional
    public void pass(UUID returnId) {
        ReturnWithRound reviewed = inReview(returnId, ReturnAction.PASS_LEVEL);
        refuseUnjudged(returnId);
        reviewed.report().passLevel(hand(reviewed, Right.RETURN_REVIEW), levels(reviewed), clock.now());
        log.moved(reviewed.report(), reviewed.round(), ReturnAction.PASS_LEVEL, ReturnStatus.IN_REVIEW);
    }

    /** Sends the return back with a reason; of the indicators only the named ones are opened, or all if none is named. */
    @Transactional
    public Instant sendBack(UUID returnId, SendBackReason code, String why, Set<UUID> indicators) {
        ReturnWithRound reviewed = inReview(returnId, ReturnAction.RETURN);
        String reason = ReasonText.required("reason", why);
        refuseOutsideReopening(reviewed.report(), indicators);
        Instant until = correctUntil();
        reviewed.report().sendBack(hand(reviewed, Right.RETURN_REVIEW), until, clock.now());
        var named = new ArrayList<String>();
        for (ReturnLine line : lines.findByReturnIdOrderByPosition(returnId)) {
            line.markToCorrect(indicators.contains(line.indicatorId()));
            if (line.toCorrect()) {
                named.add(line.indicatorId().toString());
            }
        }
        log.moved(
                reviewed.report(),
                reviewed.round(),
                ReturnAction.RETURN,
                ReturnStatus.IN_REVIEW,
                code.name(),
                reason,
                Map.of("correctUntil", until.toString(), "indicators", String.join(" ", named)));
        return until;
    }

    /** Accepts the return (审定): from now on its figures count. An amended one replaces what counted, and is locked again. */
    @Transactional
    public void accept(UUID returnId) {
        ReturnWithRound reviewed = inReview(returnId, ReturnAction.ACCEPT);
        refuseUnjudged(returnId);
        Return report = reviewed.report();
        ReturnVersion version =
                versions.findByReturnIdAndNumber(returnId, report.submissions()).orElseThrow();
        UUID replaced = report.validVersionId();
        report.accept(hand(reviewed, Right.RETURN_REVIEW), levels(reviewed), version.id(), clock.now());
        if (report.reopening() != null) {
            restatements.write(reviewed, replaced, version, lines.findByReturnIdOrderByPosition(returnId));
        }
        if (replaced != null) {
            figures.uncount(replaced);
        }
        figures.count(reviewed.round(), returnId, report.unitId(), version.id());
        frozen.freeze(
                reviewed.round().programmeId(),
                reviewed.round().period().quarter(),
                version.id(),
                lines.indicatorsOf(returnId),
                clock.now());
        log.moved(
                report,
                reviewed.round(),
                ReturnAction.ACCEPT,
                ReturnStatus.IN_REVIEW,
                null,
                "",
                Map.of("receipt", version.view().receipt()));
        if (report.reopening() != null) {
            report.lock(clock.now());
            log.moved(report, reviewed.round(), ReturnAction.LOCK, ReturnStatus.ACCEPTED);
        }
    }

    /** Withdraws an acceptance; the figures stop counting until the return is accepted again. */
    @Transactional
    public void unaccept(UUID returnId, String why) {
        ReturnWithRound accepted = returns.change(returnId, Right.RETURN_UNACCEPT);
        String reason = ReasonText.required("reason", why);
        UUID version = accepted.report().validVersionId();
        ReturnStatus from = accepted.report().status();
        accepted.report().unaccept(hand(accepted, Right.RETURN_UNACCEPT), clock.now());
        if (version != null) {
            figures.uncount(version);
        }
        log.moved(accepted.report(), accepted.round(), ReturnAction.UNACCEPT, from, null, reason, Map.of());
    }

    /** Of a reopened return only what the amendment names can be sent back. */
    private void refuseOutsideReopening(Return report, Set<UUID> indicators) {
        Reopening reopening = report.reopening();
        if (reopening != null
                && !indicators.isEmpty()
                && lines.findByReturnIdOrderByPosition(report.id()).stream()
                        .noneMatch(line ->
                                reopening.lines().contains(line.id()) && indicators.contains(line.indicatorId()))) {
            throw new RuleRefused(Reason.on("indicators", "monitoring.refused.not-reopened"));
        }
    }

    private ReturnWithRound inReview(UUID returnId, ReturnAction action) {
        ReturnWithRound reviewed = returns.change(returnId, Right.RETURN_REVIEW);
        ReturnStatus status = reviewed.report().status();
        if (!action.leavesFrom(status)) {
            throw new RuleRefused(Reason.of("monitoring.refused.state", action, status));
        }
        if (!chain.mayReview(Actor.current(), reviewed.report())) {
            throw new RuleRefused(Reason.of("monitoring.refused.level-above"));
        }
        return reviewed;
    }

    private void refuseUnjudged(UUID returnId) {
        List<ReturnFinding> all = findings.findByReturnIdOrderByFindingClassAscIdAsc(returnId);
        long open = all.stream().filter(ReturnFinding::awaitsVerdict).count();
        if (open > 0) {
            throw new RuleRefused(Reason.of("monitoring.refused.verdicts-missing", open));
        }
        String doubted = all.stream()
                .filter(finding -> finding.view().verdict() == ExplanationVerdict.DOUBTED
                        && finding.view().findingClass() == FindingClass.B)
                .map(finding -> finding.id().toString())
                .collect(Collectors.joining());
        if (!doubted.isEmpty()) {
            throw new RuleRefused(Reason.of("monitoring.refused.explanation-doubted"));
        }
    }

    private int levels(ReturnWithRound of) {
        return programmes.programme(of.round().programmeId()).reviewLevels();
    }

    private Instant correctUntil() {
        return calendar.endOfWorkingDay(clock.now(), DAYS_TO_CORRECT);
    }

    private static Hand hand(ReturnWithRound of, Right right) {
        return Actor.current().hand(right, of.report().unitId());
    }
}
