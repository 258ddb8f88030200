package fledge.monitoring;

import fledge.access.Actor;
import fledge.access.Hand;
import fledge.access.Right;
import fledge.identity.UnitService;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.monitoring.rules.Finding;
import fledge.monitoring.rules.FindingClass;
import fledge.monitoring.rules.ReturnChecks;
import fledge.tenancy.CurrentCity;
import fledge.tenancy.PortalClock;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** From a filled draft to a signed report: check, explain, hand to the certifier, sign, and the ways back. */
@Service
public class SignOffService {

    private final Returns returns;
    private final ReturnFindingRepository findings;
    private final ReturnVersionRepository versions;
    private final ReturnLineRepository lines;
    private final ReturnChecking checking;
    private final ReturnLog log;
    private final UnitService units;
    private final PortalClock clock;

    SignOffService(
            Returns returns,
            ReturnFindingRepository findings,
            ReturnVersionRepository versions,
            ReturnLineRepository lines,
            ReturnChecking checking,
            ReturnLog log,
            UnitService units,
            PortalClock clock) {
        this.returns = returns;
        this.findings = findings;
        this.versions = versions;
        this.lines = lines;
        this.checking = checking;
        this.log = log;
        this.units = units;
        this.clock = clock;
    }

    /** Runs the checks (审核) and keeps what they find; explanations of unchanged findings stay. */
    @Transactional
    public List<FindingView> check(UUID returnId) {
        ReturnWithRound writing = returns.change(returnId, Right.RETURN_FILL);
        return refresh(writing).stream().map(ReturnFinding::view).toList();
    }

    private List<ReturnFinding> refresh(ReturnWithRound of) {
        List<ReturnFinding> kept =
                findings.findByReturnIdOrderByFindingClassAscIdAsc(of.report().id());
        List<Finding> found = checking.findings(of);
        var current = new ArrayList<ReturnFinding>();
        for (Finding finding : found) {
            ReturnFinding again = kept.stream()
                    .filter(earlier -> earlier.concerns(finding))
                    .findFirst()
                    .orElse(null);
            if (again == null) {
                again = new ReturnFinding(of.report().id(), UUID.fromString(finding.indicator()), finding);
            } else {
                again.foundAgain(finding);
            }
            current.add(findings.save(again));
        }
        findings.deleteAll(
                kept.stream().filter(earlier -> !current.contains(earlier)).toList());
        return current;
    }

    /** Keeps the unit's explanations; what is too short is refused, and so is everything with it. */
    @Transactional
    public void explain(UUID returnId, Map<UUID, String> explanations) {
        ReturnWithRound writing = returns.change(returnId, Right.RETURN_FILL);
        refuseAfterEnd(writing);
        resume(writing);
        var reasons = new ArrayList<Reason>();
        for (ReturnFinding finding : findings.findByReturnIdOrderByFindingClassAscIdAsc(returnId)) {
            String text = explanations.getOrDefault(finding.id(), "").strip();
            if (text.length() > EntryService.LONGEST_TEXT) {
                reasons.add(Reason.on(
                        "explanation-" + finding.id(), "monitoring.refused.too-long", EntryService.LONGEST_TEXT));
            } else if (!text.isEmpty() && !finding.view().findingClass().isSettledBy(text)) {
                reasons.add(Reason.on(
                        "explanation-" + finding.id(),
                        "monitoring.refused.explanation-too-short",
                        FindingClass.SHORTEST_EXPLANATION));
            } else if (explanations.containsKey(finding.id())) {
                finding.explain(text, Actor.current().person());
            }
        }
        RuleRefused.ifAny(reasons);
    }

    /** Hands the return to the certifier (送签): no finding of class A, and each of B and C explained. */
    @Transactional
    public void request(UUID returnId) {
        ReturnWithRound writing = returns.change(returnId, Right.RETURN_FILL);
        refuseAfterEnd(writing);
        refuseUnsettled(refresh(writing));
        ReturnStatus from = writing.report().status();
        writing.report().requestSignOff(hand(writing, Right.RETURN_FILL), clock.now());
        log.moved(writing.report(), writing.round(), ReturnAction.REQUEST_SIGN_OFF, from);
    }

    @Transactional
    public void takeBack(UUID returnId) {
        ReturnWithRound writing = returns.change(returnId, Right.RETURN_FILL);
        ReturnStatus from = writing.report().status();
        writing.report().takeBack(clock.now());
        log.moved(writing.report(), writing.round(), ReturnAction.TAKE_BACK, from);
    }

    @Transactional
    public void decline(UUID returnId, String why) {
        ReturnWithRound signing = returns.change(returnId, Right.RETURN_CERTIFY);
        String reason = ReasonText.required("reason", why);
        ReturnStatus from = signing.report().status();
        signing.report().declineSignOff(clock.now());
        log.moved(signing.report(), signing.round(), ReturnAction.DECLINE_SIGN_OFF, from, null, reason, Map.of());
    }

    /** Signs the return (签发): the checks run again, the content is frozen with its hash, and a receipt is given. */
    @Transactional
    public VersionView certify(UUID returnId) {
        ReturnWithRound signing = returns.change(returnId, Right.RETURN_CERTIFY);
        Return report = signing.report();
        refuseAfterEnd(signing);
        List<ReturnFinding> settled = refresh(signing);
        refuseUnsettled(settled);
        ReturnStatus from = report.status();
        Hand hand = hand(signing, Right.RETURN_CERTIFY);
        UUID preparer = Objects.requireNonNull(report.preparedBy(), "a draft has a preparer");
        Instant now = clock.now();
        boolean inTime = signing.isInTime(now);
        List<ReturnLine> signed = lines.findByReturnIdOrderByPosition(returnId);
        signed.forEach(line -> line.markToCorrect(false));
        long filled = signed.stream().filter(line -> line.content().isFilled()).count();
        report.certify(hand, inTime, (int) filled, now);
        ReturnVersion version = versions.save(new ReturnVersion(
                returnId,
                report.submissions(),
                receipt(signing),
                content(signing, settled, hand.person(), now),
                new ReturnVersion.Signatures(preparer, report.preparedFor(), hand.person(), hand.principal()),
                now,
                inTime));
        VersionView view = version.view();
        log.moved(
                report,
                signing.round(),
                ReturnAction.CERTIFY,
                from,
                null,
                "",
                Map.of("receipt", view.receipt(), "hash", view.hash()));
        return view;
    }

    /** Takes a signed return back before the due date, as long as no reviewer has begun. */
    @Transactional
    public void recall(UUID returnId, String why) {
        ReturnWithRound signing = returns.change(returnId, Right.RETURN_CERTIFY);
        String reason = ReasonText.required("reason", why);
        ReturnStatus from = signing.report().status();
        signing.report().recall(clock.now(), signing.dueAt());
        log.moved(signing.report(), signing.round(), ReturnAction.RECALL, from, null, reason, Map.of());
    }

    private String receipt(ReturnWithRound of) {
        String receipt = "%s-%s-%s-%d"
                .formatted(
                        CurrentCity.get().code(),
                        of.round().quarter().code(),
                        of.report().id().toString().substring(24),
                        of.report().submissions());
        return receipt.toUpperCase(Locale.ROOT);
    }

    private SignedContent content(ReturnWithRound of, List<ReturnFinding> settled, UUID certifier, Instant now) {
        var rows = new ArrayList<List<String>>();
        List<ReturnSheet.Line> cells = checking.cells(of);
        rows.add(List.of(
                "return",
                CurrentCity.get().code(),
                units.unit(of.report().unitId()).code(),
                of.round().quarter().code(),
                Integer.toString(of.report().submissions()),
                ReturnChecks.VERSION));
        rows.add(List.of("signed", String.valueOf(of.report().preparedBy()), certifier.toString(), now.toString()));
        for (ReturnSheet.Line cell : cells) {
            BigDecimal value = cell.content().value();
            rows.add(List.of(
                    "cell",
                    cell.indicator().code(),
                    cell.item().name(),
                    value == null ? "" : value.toPlainString(),
                    Objects.requireNonNullElse(cell.content().wording(), ""),
                    cell.content().note()));
        }
        for (ReturnFinding finding : settled) {
            FindingView view = finding.view();
            rows.add(List.of(
                    "finding",
                    view.indicatorId().toString(),
                    view.item().name(),
                    view.rule().name(),
                    view.explanation()));
        }
        return SignedContent.of(rows);
    }

    private void refuseAfterEnd(ReturnWithRound of) {
        if (!of.acceptsEntry(clock.now())) {
            throw new RuleRefused(Reason.of("monitoring.refused.entry-closed"));
        }
    }

    private static void refuseUnsettled(List<ReturnFinding> findings) {
        long blocking = findings.stream()
                .filter(finding -> finding.view().findingClass().blocks())
                .count();
        long unexplained = findings.stream()
                .filter(finding -> finding.view().findingClass().needsExplanation() && !finding.isSettled())
                .count();
        var reasons = new ArrayList<Reason>();
        if (blocking > 0) {
            reasons.add(Reason.of("monitoring.refused.blocking-findings", blocking));
        }
        if (unexplained > 0) {
            reasons.add(Reason.of("monitoring.refused.unexplained-findings", unexplained));
        }
        RuleRefused.ifAny(reasons);
    }

    /** A return that was sent back for its explanations alone is taken up again by explaining. */
    private void resume(ReturnWithRound writing) {
        Return report = writing.report();
        ReturnStatus from = report.status();
        if (from == ReturnStatus.RETURNED) {
            report.save(hand(writing, Right.RETURN_FILL), clock.now());
            log.moved(report, writing.round(), ReturnAction.SAVE, from);
        } else if (from != ReturnStatus.DRAFT) {
            throw new RuleRefused(Reason.of("monitoring.refused.state", ReturnAction.SAVE, from));
        }
    }

    private static Hand hand(ReturnWithRound of, Right right) {
        return Actor.current().hand(right, of.report().unitId());
    }
}
