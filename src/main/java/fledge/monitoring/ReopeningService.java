package fledge.monitoring;

import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.programme.IndicatorView;
import fledge.tenancy.PortalClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens closed returns for an approved amendment and closes them again; nobody else calls it. What counts is not touched:
 * it goes on counting until the new version is accepted.
 */
@Service
public class ReopeningService {

    private final Returns found;
    private final ReturnLineRepository lines;
    private final ReturnVersionRepository versions;
    private final ReturnStepRepository steps;
    private final ReturnChecking checking;
    private final SignOffService signOffs;
    private final ReturnClocks clocks;
    private final ReturnLog log;
    private final PortalClock clock;

    ReopeningService(
            Returns found,
            ReturnLineRepository lines,
            ReturnVersionRepository versions,
            ReturnStepRepository steps,
            ReturnChecking checking,
            SignOffService signOffs,
            ReturnClocks clocks,
            ReturnLog log,
            PortalClock clock) {
        this.found = found;
        this.lines = lines;
        this.versions = versions;
        this.steps = steps;
        this.checking = checking;
        this.signOffs = signOffs;
        this.clocks = clocks;
        this.log = log;
        this.clock = clock;
    }

    /** A return's head with its cells as they are now. */
    public record Cells(ReturnView report, List<ReturnSheet.Line> lines) {}

    /** What of a return an amendment may name, for whoever may read it. */
    @Transactional(readOnly = true)
    public Cells cells(UUID returnId) {
        ReturnWithRound of = found.read(returnId);
        return new Cells(of.view(), checking.cells(of));
    }

    /** Locks the return for the rest of the transaction: whoever changes it or its amendments takes this lock first. */
    @Transactional(propagation = Propagation.MANDATORY)
    public ReturnView lock(UUID returnId) {
        return found.lock(returnId).view();
    }

    /** What stands in the cells of a locked return now, by line. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<UUID, LineContent> written(UUID returnId) {
        return lines.findByReturnIdOrderByPosition(returnId).stream()
                .collect(Collectors.toMap(ReturnLine::id, ReturnLine::content));
    }

    /**
     * Opens the named lines of a closed return. Their values are from now on what the amendment makes of them, final or revised;
     * their preparer may say otherwise.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reopen(UUID returnId, Reopening reopening, Standing meant) {
        ReturnWithRound closed = found.lock(returnId);
        ReturnStatus from = closed.report().status();
        List<ReturnLine> named = lines.findByReturnIdOrderByPosition(returnId).stream()
                .filter(line -> reopening.lines().contains(line.id()))
                .toList();
        if (named.isEmpty() || named.size() < reopening.lines().size()) {
            throw new IllegalArgumentException("an amendment names lines of its own return");
        }
        named.forEach(line -> line.reopen(meant));
        closed.report().reopen(reopening, clock.now());
        log.moved(
                closed.report(),
                closed.round(),
                ReturnAction.REOPEN,
                from,
                null,
                reopening.reason(),
                Map.of(
                        "until", reopening.until().toString(),
                        "lines",
                                reopening.lines().stream()
                                        .map(UUID::toString)
                                        .sorted()
                                        .collect(Collectors.joining(" "))));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void extend(UUID returnId, Instant until) {
        ReturnWithRound open = found.lock(returnId);
        open.report().extendReopening(until);
        clocks.followExtension(open);
    }

    /** Closes a reopened return: with the version that counts, its cells as they were signed; without one it is missed again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void relock(UUID returnId, String why) {
        ReturnWithRound open = found.lock(returnId);
        Return report = open.report();
        if (report.reopening() == null) {
            throw new RuleRefused(Reason.of("monitoring.refused.not-reopened"));
        }
        ReturnStatus from = report.status();
        UUID valid = report.validVersionId();
        if (valid == null) {
            report.closeWindow(clock.now());
            log.moved(report, open.round(), ReturnAction.CLOSE_WINDOW, from, null, why, Map.of());
            return;
        }
        ReturnVersion version = versions.findById(valid).orElseThrow();
        int filled = restore(open, version);
        ReturnStep acceptance = steps.findFirstByReturnIdAndActionOrderByNumberDesc(returnId, ReturnAction.ACCEPT)
                .orElseThrow();
        report.relock(version, acceptance, filled, clock.now());
        log.moved(report, open.round(), ReturnAction.RELOCK, from, null, why, Map.of());
    }

    /** Puts back what was signed; answers how many figures it gave. */
    private int restore(ReturnWithRound open, ReturnVersion version) {
        Map<String, SignedContent.Cell> signed = SignedContent.cells(version.content());
        Map<UUID, String> codes = checking.cells(open).stream()
                .map(ReturnSheet.Line::indicator)
                .distinct()
                .collect(Collectors.toMap(IndicatorView::id, IndicatorView::code));
        List<ReturnLine> all = lines.findByReturnIdOrderByPosition(open.report().id());
        for (ReturnLine line : all) {
            line.markToCorrect(false);
            line.restore(
                    signed.getOrDefault(codes.get(line.indicatorId()) + "." + line.item(), SignedContent.Cell.EMPTY),
                    version,
                    open.report().unitId());
        }
        signOffs.restoreFindings(open, version);
        return (int) all.stream().filter(line -> line.content().isFilled()).count();
    }
}
