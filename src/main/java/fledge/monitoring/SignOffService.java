package fledge.monitoring;

import fledge.access.Actor;
import fledge.access.Hand;
import fledge.access.Right;
import fledge.identity.UnitService;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.monitoring.rules.CheckRule;
import fledge.monitoring.rules.Finding;
import fledge.monitoring.rules.FindingClass;
import fledge.monitoring.rules.ReturnChecks;
import fledge.programme.DefinitionService;
import fledge.tenancy.CurrentCity;
import fledge.tenancy.PortalClock;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
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
    private final ExplanationReasonService offeredReasons;
    private final ReturnFiles files;
    private final ReturnLog log;
    private final UnitService units;
    private final DefinitionService definitions;
    private final PortalClock clock;
    private final ApplicationEventPublisher events;

    SignOffService(
            Returns returns,
            ReturnFindingRepository findings,
            ReturnVersionRepository versions,
            ReturnLineRepository lines,
            ReturnChecking checking,
            ExplanationReasonService offeredReasons,
            ReturnFiles files,
            ReturnLog log,
            UnitService units,
            DefinitionService definitions,
            PortalClock clock,
            ApplicationEventPublisher events) {
        this.returns = returns;
        this.findings = findings;
        this.versions = versions;
        this.lines = lines;
        this.checking = checking;
        this.offeredReasons = offeredReasons;
        this.files = files;
        this.log = log;
        this.units = units;
        this.definitions = definitions;
        this.clock = clock;
        this.events = events;
    }

    /** Runs the checks (审核) and keeps what they find; explanations of unchanged findings stay. */
    @Transactional
    public List<FindingView> check(UUID returnId) {
        ReturnWithRound writing = returns.change(returnId, Right.RETURN_FILL);
        return refresh(writing, kept(writing), checking.findings(writing)).stream()
                .map(ReturnFinding::view)
                .toList();
    }

    private List<ReturnFinding> kept(ReturnWithRound of) {
        return findings.findByReturnIdOrderByFindingClassAscIdAsc(of.report().id());
    }

    /** Before the signature nothing new comes from other units' figures: what they showed at the unit's own check stays. */
    private List<ReturnFinding> refreshForSignature(ReturnWithRound of) {
        Map<Boolean, List<ReturnFinding>> byPeers = kept(of).stream()
                .collect(Collectors.partitioningBy(finding -> finding.view().rule() == CheckRule.UNUSUAL_AMONG_PEERS));
        var current =
                new ArrayList<>(refresh(of, byPeers.getOrDefault(false, List.of()), checking.findingsWithoutPeers(of)));
        current.addAll(byPeers.getOrDefault(true, List.of()));
        return current;
    }

    private List<ReturnFinding> refresh(ReturnWithRound of, List<ReturnFinding> kept, List<Finding> found) {
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

    /** After the cells went back to what was signed: the findings that were signed on them, with their explanations. */
    void restoreFindings(ReturnWithRound of, ReturnVersion version) {
        List<ReturnFinding> now = kept(of);
        if (now.stream().noneMatch(ReturnFinding::awaitsVerdict)) {
            return;
        }
        Map<String, Explanation> signed = SignedContent.explanations(version.content());
        List<Finding> found = checking.findings(of).stream()
                .filter(finding -> signed.containsKey(SignedContent.key(finding)))
                .toList();
        for (ReturnFinding finding : refresh(of, now, found)) {
            Explanation given = Objects.requireNonNull(signed.get(finding.key()));
            finding.explain(given, version.preparedBy());
        }
    }

    /** Keeps the unit's explanations; what is too short or without a reason is refused, and so is everything with it. */
    @Transactional
    public void explain(UUID returnId, Map<UUID, Explanation> explanations) {
        ReturnWithRound writing = returns.change(returnId, Right.RETURN_FILL);
        refuseAfterEnd(writing);
        resume(writing);
        Set<String> offered = offeredReasons.offered();
        var reasons = new ArrayList<Reason>();
        var given = new LinkedHashMap<String, String>();
        for (ReturnFinding finding : kept(writing)) {
            Explanation explanation = explanations.get(finding.id());
            if (explanation == null) {
                continue;
            }
            var stripped = new Explanation(
                    explanation.reasonCode().strip(), explanation.text().strip());
            Reason refusal = refusal(finding.view(), stripped, offered);
            if (refusal == null) {
                finding.explain(stripped, Actor.current().person());
                given.put(finding.id().toString(), (stripped.reasonCode() + " " + stripped.text()).strip());
            } else {
                reasons.add(refusal);
            }
        }
        RuleRefused.ifAny(reasons);
        if (!given.isEmpty()) {
            events.publishEvent(new ExplanationsGiven(log.subject(writing.report(), writing.round()), given));
        }
    }

    /** Nothing at all may be said for now; what is said has to be whole. A reason that stood before may stand. */
    private static @Nullable Reason refusal(FindingView finding, Explanation given, Set<String> offered) {
        String text = given.text();
        String code = given.reasonCode();
        if (text.length() > EntryService.LONGEST_TEXT) {
            return Reason.on("explanation-" + finding.id(), "monitoring.refused.too-long", EntryService.LONGEST_TEXT);
        }
        if (!text.isEmpty() && !finding.findingClass().isSettledBy(text)) {
            return Reason.on(
                    "explanation-" + finding.id(),
                    "monitoring.refused.explanation-too-short",
                    FindingClass.SHORTEST_EXPLANATION);
        }
        boolean known = code.isEmpty() || code.equals(finding.reasonCode()) || offered.contains(code);
        boolean missing =
                code.isEmpty() && !text.isEmpty() && finding.findingClass().needsExplanation();
        return known && !missing ? null : Reason.on("reason-" + finding.id(), "monitoring.refused.choose-explanation");
    }

    /** Hands the return to the certifier (送签): no finding of class A, and each of B and C explained. */
    @Transactional
    public void request(UUID returnId) {
        ReturnWithRound writing = returns.change(returnId, Right.RETURN_FILL);
        refuseAfterEnd(writing);
        refuseUnsettled(refresh(writing, kept(writing), checking.findings(writing)));
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
        definitions.hold(signing.round().programmeId());
        List<ReturnFinding> settled = refreshForSignature(signing);
        refuseUnsettled(settled);
        ReturnStatus from = report.status();
        Hand hand = hand(signing, Right.RETURN_CERTIFY);
        UUID preparer = Objects.requireNonNull(report.preparedBy(), "a draft has a preparer");
        Instant now = clock.now();
        List<ReturnLine> signed = lines.findByReturnIdOrderByPosition(returnId);
        signed.forEach(line -> line.markToCorrect(false));
        long filled = signed.stream().filter(line -> line.content().isFilled()).count();
        report.certify(hand, signing.isInTime(now), (int) filled, now);
        ReturnVersion version = versions.save(new ReturnVersion(
                returnId,
                report.submissions(),
                receipt(signing),
                content(signing, settled, hand.person(), now),
                new ReturnVersion.Signatures(preparer, report.preparedFor(), hand.person(), hand.principal()),
                now,
                report.reportedInTime()));
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
        signing.report().recall(clock.now(), signing.recallUntil());
        log.moved(signing.report(), signing.round(), ReturnAction.RECALL, from, null, reason, Map.of());
    }

    private String receipt(ReturnWithRound of) {
        String receipt = "%s-%s-%s-%d"
                .formatted(
                        CurrentCity.get().code(),
                        of.round().period().code(),
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
                of.round().period().code(),
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
                    cell.content().note(),
                    Integer.toString(cell.indicator()
                            .history()
                            .numberIn(of.round().period().quarter())),
                    cell.standing().name(),
                    cell.finalExpected() == null ? "" : cell.finalExpected().toString()));
        }
        for (ReturnFinding finding : settled) {
            FindingView view = finding.view();
            rows.add(List.of(
                    "finding",
                    view.indicatorId().toString(),
                    view.item().name(),
                    view.rule().name(),
                    view.explanation(),
                    Objects.requireNonNullElse(view.reasonCode(), ""),
                    view.ruleId() == null ? "" : view.ruleId().toString()));
        }
        files.standing(of).forEach(file -> rows.add(file.fields()));
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
