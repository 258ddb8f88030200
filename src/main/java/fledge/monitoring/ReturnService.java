package fledge.monitoring;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.access.Right;
import fledge.kernel.Period;
import fledge.programme.ProgrammeService;
import fledge.tenancy.PortalClock;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads returns: one's own list, one laid out, its signed versions and its timeline. */
@Service
public class ReturnService {

    private static final Set<ReturnStatus> TO_BE_SIGNED = EnumSet.of(
            ReturnStatus.SCHEDULED,
            ReturnStatus.OPEN,
            ReturnStatus.DRAFT,
            ReturnStatus.AWAITING_SIGN_OFF,
            ReturnStatus.RETURNED);

    private final Returns found;
    private final ReturnRepository returns;
    private final ReturnFindingRepository findings;
    private final ReturnVersionRepository versions;
    private final ReturnStepRepository steps;
    private final ReturnClocks clocks;
    private final ReviewChain chain;
    private final ReturnChecking checking;
    private final PlausibilityRuleRepository rules;
    private final ExplanationReasonService reasons;
    private final Restatements restatements;
    private final ProgrammeService programmes;
    private final PortalClock clock;

    ReturnService(
            Returns found,
            ReturnRepository returns,
            ReturnFindingRepository findings,
            ReturnVersionRepository versions,
            ReturnStepRepository steps,
            ReturnClocks clocks,
            ReviewChain chain,
            ReturnChecking checking,
            PlausibilityRuleRepository rules,
            ExplanationReasonService reasons,
            Restatements restatements,
            ProgrammeService programmes,
            PortalClock clock) {
        this.found = found;
        this.returns = returns;
        this.findings = findings;
        this.versions = versions;
        this.steps = steps;
        this.clocks = clocks;
        this.chain = chain;
        this.checking = checking;
        this.rules = rules;
        this.reasons = reasons;
        this.restatements = restatements;
        this.programmes = programmes;
        this.clock = clock;
    }

    /** The returns of the units in which this person may read them, the newest quarter first. */
    @Transactional(readOnly = true)
    public List<ReturnView> own() {
        var units = Actor.current().unitsWith(Right.RETURN_READ);
        return units.isEmpty()
                ? List.of()
                : returns.ofUnits(units).stream().map(ReturnWithRound::view).toList();
    }

    /** The head of a return, for what refers to it. */
    @Transactional(readOnly = true)
    public ReturnView head(UUID returnId) {
        return found.read(returnId).view();
    }

    /** A return with the clock of whoever has the turn, for the portal's own notices; empty where nobody has it. */
    @Transactional(readOnly = true)
    public Optional<WaitingUnit> turnOf(UUID returnId) {
        ReturnClock running = clocks.running(returnId);
        return running == null
                ? Optional.empty()
                : returns.withRound(returnId).map(of -> new WaitingUnit(of.view(), running.view(List.of())));
    }

    /** What waits for units, and whose clock runs; for the portal's own reminders. */
    @Transactional(readOnly = true)
    public List<WaitingUnit> waitingForUnits() {
        return returns
                .inStatus(EnumSet.of(
                        ReturnStatus.OPEN, ReturnStatus.DRAFT, ReturnStatus.AWAITING_SIGN_OFF, ReturnStatus.RETURNED))
                .stream()
                .filter(waiting -> waiting.clock() != null && !waiting.report().clockPaused())
                .map(waiting -> new WaitingUnit(
                        new ReturnWithRound(waiting.report(), waiting.round()).view(),
                        Objects.requireNonNull(waiting.clock()).view(List.of())))
                .toList();
    }

    /** The monthly return that a unit has to sign next; who may know of it is for whoever shows it to say. */
    @Transactional(readOnly = true)
    public Optional<DueReturn> nextMonth(UUID unitId) {
        Instant now = clock.now();
        return returns.ofUnitSince(unitId, Period.FIRST_MONTH, TO_BE_SIGNED).stream()
                .map(report -> report.due(now))
                .min(Comparator.comparing(DueReturn::dueAt));
    }

    /** A return with everything known about it: what may be done, what was signed, what happened. */
    @Transactional(readOnly = true)
    public Dossier dossier(UUID returnId) {
        ReturnWithRound of = found.read(returnId);
        ReturnSheet sheet = sheet(of);
        // What was never signed has no version, and nothing of it was restated.
        boolean everSigned = of.report().submissions() > 0;
        List<ReturnVersion> signed = everSigned ? versions.findByReturnIdOrderByNumberDesc(returnId) : List.of();
        return new Dossier(
                sheet,
                ReturnChoice.of(of, sheet.programme().reviewLevels(), chain, Actor.current(), clock.now()),
                signed.stream().map(ReturnVersion::view).toList(),
                before(of.report(), signed),
                everSigned ? restatements.ofReturn(returnId) : List.of(),
                steps.findByReturnIdOrderByNumberDesc(returnId).stream()
                        .map(ReturnStep::view)
                        .toList(),
                clocks.of(returnId),
                clock.now());
    }

    /** What stands beside the findings of a return; nothing is asked where there are none. */
    @Transactional(readOnly = true)
    public ExplanationBackground background(ReturnSheet of) {
        if (of.findings().isEmpty()) {
            return new ExplanationBackground(List.of(), Map.of(), List.of());
        }
        List<UUID> hit = of.findings().stream()
                .map(FindingView::ruleId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new ExplanationBackground(
                reasons.reasons(),
                rules.findByIdIn(hit).stream()
                        .map(PlausibilityRule::view)
                        .collect(Collectors.toMap(RuleView::id, Function.identity())),
                findings
                        .explained(
                                of.programme().id(),
                                of.report().round().period().plus(-1).index(),
                                of.report().unitId())
                        .stream()
                        .map(ReturnFinding::view)
                        .toList());
    }

    /** What the return is compared with: while it is reopened the version that counts, else the last but one. */
    private static Map<String, String> before(Return report, List<ReturnVersion> signed) {
        return signed.stream()
                .skip(report.reopening() == null ? 1 : 0)
                .filter(version -> report.reopening() == null || version.id().equals(report.validVersionId()))
                .findFirst()
                .map(version -> SignedContent.figures(version.content()))
                .orElse(Map.of());
    }

    private ReturnSheet sheet(ReturnWithRound of) {
        return new ReturnSheet(
                of.view(),
                programmes.programme(of.round().programmeId()),
                checking.cells(of),
                findings.findByReturnIdOrderByFindingClassAscIdAsc(of.report().id()).stream()
                        .map(ReturnFinding::view)
                        .toList());
    }

    /** The text of a signed version, exactly as it was hashed. */
    @Transactional(readOnly = true)
    public SignedVersion version(UUID returnId, int number) {
        found.read(returnId);
        ReturnVersion version = versions.findByReturnIdAndNumber(returnId, number)
                .orElseThrow(() -> new NotFound("version " + number + " of " + returnId));
        boolean intact =
                SignedContent.sha256(version.content()).equals(version.view().hash());
        return new SignedVersion(version.view(), version.content(), intact);
    }

    /** A signed version with its content, and whether the content still has the hash that was signed. */
    public record SignedVersion(VersionView version, String content, boolean intact) {}

    /**
     * A return with everything known about it.
     *
     * @param before the figures it is compared with, by indicator code and item; empty without any
     */
    public record Dossier(
            ReturnSheet sheet,
            List<ReturnChoice> choices,
            List<VersionView> versions,
            Map<String, String> before,
            List<RestatementView> restatements,
            List<StepView> steps,
            List<ClockView> clocks,
            Instant now) {

        /** The clock of whoever has the turn. */
        public @Nullable ClockView running() {
            return clocks.stream()
                    .filter(one -> one.endedAt() == null)
                    .findFirst()
                    .orElse(null);
        }

        public boolean isOpenFor(ReturnAction action) {
            return choices.stream().anyMatch(choice -> choice.action() == action && choice.isOpen());
        }
    }
}
