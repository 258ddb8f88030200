package fledge.amendment;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.calendar.WorkingCalendar;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.monitoring.Reopening;
import fledge.monitoring.ReopeningService;
import fledge.monitoring.ReopeningService.Cells;
import fledge.monitoring.ReturnSheet;
import fledge.monitoring.ReturnStatus;
import fledge.monitoring.ReturnView;
import fledge.tenancy.PortalClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Amendments from draft to decision: asked for by a certifier of the unit or a planner, decided on by somebody else. */
@Service
public class AmendmentService {

    static final int LONGEST_REASON = 2000;
    static final int LONGEST_EVIDENCE = 500;

    /** Working days for which an approved amendment keeps a return open, and those of its one extension. */
    static final int DAYS_OPEN = 5;

    private final Amendments found;
    private final AmendmentRepository amendments;
    private final AmendmentLineRepository lines;
    private final ImpactList impacts;
    private final AmendmentLog log;
    private final ReopeningService returns;
    private final WorkingCalendar calendar;
    private final PortalClock clock;
    private final ApplicationEventPublisher events;

    AmendmentService(
            Amendments found,
            AmendmentRepository amendments,
            AmendmentLineRepository lines,
            ImpactList impacts,
            AmendmentLog log,
            ReopeningService returns,
            WorkingCalendar calendar,
            PortalClock clock,
            ApplicationEventPublisher events) {
        this.found = found;
        this.amendments = amendments;
        this.lines = lines;
        this.impacts = impacts;
        this.log = log;
        this.returns = returns;
        this.calendar = calendar;
        this.clock = clock;
        this.events = events;
    }

    /** To whoever may not ask for an amendment of it a return is not there, whatever they send. */
    @Transactional(readOnly = true)
    public void refuseStrangers(UUID returnId) {
        Actor.current()
                .require(
                        Right.AMENDMENT_REQUEST,
                        returns.cells(returnId).report().unitId());
    }

    /** Drafts an amendment of a closed return, and hands it in if it is complete and meant so. */
    @Transactional
    public UUID draft(UUID returnId, AmendmentRequest request, boolean handIn) {
        Cells cells = returns.cells(returnId);
        Actor.current().require(Right.AMENDMENT_REQUEST, cells.report().unitId());
        refuseOpen(cells.report());
        var amendment =
                amendments.save(new Amendment(cells.report(), Actor.current().person(), clock.now()));
        write(amendment, cells, request);
        if (handIn) {
            request(amendment.id());
        }
        return amendment.id();
    }

    /** Changes a draft, and hands it in if it is complete and meant so. */
    @Transactional
    public void redraft(UUID id, AmendmentRequest request, boolean handIn) {
        Amendment amendment = found.change(id, Right.AMENDMENT_REQUEST);
        refuseOthers(amendment);
        Cells cells = returns.cells(amendment.returnId());
        write(amendment, cells, request);
        if (handIn) {
            request(id);
        }
    }

    private void write(Amendment amendment, Cells cells, AmendmentRequest request) {
        boolean missed = cells.report().status() == ReturnStatus.MISSED;
        if (missed != (request.kind() == AmendmentKind.LATE_ENTRY)) {
            throw new RuleRefused(Reason.on(
                    "kind", missed ? "amendment.refused.only-late-entry" : "amendment.refused.no-late-entry"));
        }
        var words = new AmendmentRequest(
                request.kind(),
                request.cause(),
                words("reason", request.reason(), LONGEST_REASON),
                words("evidence", request.evidence(), LONGEST_EVIDENCE),
                request.lines());
        amendment.write(words);
        lines.deleteAll(found.linesOf(amendment));
        lines.flush();
        var scope = new ArrayList<AmendmentLine>();
        for (ReturnSheet.Line line : cells.lines()) {
            if (missed || request.lines().contains(line.id())) {
                scope.add(new AmendmentLine(amendment.id(), line.id(), scope.size() + 1, line.content()));
            }
        }
        lines.saveAll(scope);
    }

    private static String words(String field, String typed, int longest) {
        String words = typed.strip();
        if (words.length() > longest) {
            throw new RuleRefused(Reason.on(field, "amendment.refused.too-long", longest));
        }
        return words;
    }

    /** Hands the draft in, with the list of everything that used its figures. One amendment of a return lives at a time. */
    @Transactional
    public void request(UUID id) {
        Amendment amendment = found.change(id, Right.AMENDMENT_REQUEST);
        refuseOpen(returns.cells(amendment.returnId()).report());
        if (amendments.existsByReturnIdAndStatusIn(amendment.returnId(), AmendmentFinder.ALIVE)) {
            throw new RuleRefused(Reason.of("amendment.refused.another-alive"));
        }
        refuseIncomplete(amendment);
        AmendmentStatus from = amendment.status();
        amendment.request(Actor.current().person(), clock.now());
        impacts.renew(amendment);
        log.moved(
                amendment, AmendmentAction.REQUEST, from, amendment.reason(), Map.of("evidence", amendment.evidence()));
    }

    private void refuseIncomplete(Amendment amendment) {
        var missing = new ArrayList<Reason>();
        if (found.linesOf(amendment).isEmpty()) {
            missing.add(Reason.on("lines", "amendment.refused.no-lines"));
        }
        if (amendment.reason().isEmpty() && amendment.view().kind().needsWords()) {
            missing.add(Reason.on("reason", "amendment.refused.no-reason"));
        }
        if (amendment.evidence().isEmpty()) {
            missing.add(Reason.on("evidence", "amendment.refused.no-evidence"));
        }
        RuleRefused.ifAny(missing);
    }

    @Transactional
    public void discard(UUID id) {
        Amendment amendment = found.change(id, Right.AMENDMENT_REQUEST);
        AmendmentStatus from = amendment.status();
        amendment.discard(Actor.current().person(), clock.now());
        log.moved(amendment, AmendmentAction.DISCARD, from, "");
    }

    @Transactional
    public void withdraw(UUID id) {
        Amendment amendment = found.change(id, Right.AMENDMENT_REQUEST);
        AmendmentStatus from = amendment.status();
        amendment.withdraw(Actor.current().person(), clock.now());
        log.moved(amendment, AmendmentAction.WITHDRAW, from, "");
    }

    @Transactional
    public void refuse(UUID id, String why) {
        Amendment amendment = found.change(id, Right.AMENDMENT_DECIDE);
        String reason = required(why);
        AmendmentStatus from = amendment.status();
        amendment.refuse(Actor.current().person(), clock.now());
        log.moved(amendment, AmendmentAction.REFUSE, from, reason);
    }

    /** What became of an approval. */
    public enum Approval {
        /** The return is open for the named cells. */
        OPENED,

        /** Meanwhile something else used the figures: the list has to be read again. */
        IMPACT_CHANGED
    }

    /** Approves it, if the list of affected objects that was read is still the whole list. */
    @Transactional
    public Approval approve(UUID id, int impactRead) {
        Amendment amendment = found.change(id, Right.AMENDMENT_DECIDE);
        AmendmentStatus from = amendment.status();
        if (from == AmendmentStatus.REQUESTED && impactRead == 0) {
            throw new RuleRefused(Reason.on("acknowledged", "amendment.refused.impact-unread"));
        }
        if (from == AmendmentStatus.REQUESTED
                && (impacts.renew(amendment) || impactRead != amendment.impactEdition())) {
            return Approval.IMPACT_CHANGED;
        }
        Instant until = calendar.endOfWorkingDay(clock.now(), DAYS_OPEN);
        amendment.approve(Actor.current().person(), impactRead, until, clock.now());
        log.moved(
                amendment,
                AmendmentAction.APPROVE,
                from,
                "",
                Map.of("until", until.toString(), "impact", Integer.toString(impactRead)));
        returns.reopen(
                amendment.returnId(),
                new Reopening(amendment.id(), scope(amendment), until, amendment.publicReason()),
                amendment.view().kind().meant());
        return Approval.OPENED;
    }

    private Set<UUID> scope(Amendment amendment) {
        return found.linesOf(amendment).stream().map(AmendmentLine::lineId).collect(Collectors.toSet());
    }

    /** Gives the unit more time, once, after a reviewer sent the return back. */
    @Transactional
    public Instant extend(UUID id) {
        Amendment amendment = found.change(id, Right.AMENDMENT_DECIDE);
        Instant until = calendar.endOfWorkingDay(clock.now(), DAYS_OPEN);
        Instant expiresAt = amendment.view().expiresAt();
        if (expiresAt != null && until.isBefore(expiresAt)) {
            until = expiresAt;
        }
        amendment.extend(Actor.current().person(), until);
        returns.extend(amendment.returnId(), until);
        events.publishEvent(new AmendmentExtended(log.subject(amendment), until));
        return until;
    }

    /** Ends an open amendment before its time; the return is locked again as it was. */
    @Transactional
    public void giveUp(UUID id, String why) {
        Amendment amendment = found.change(id, Right.AMENDMENT_REQUEST);
        String reason = required(why);
        AmendmentStatus from = amendment.status();
        amendment.giveUp(Actor.current().person(), clock.now());
        lapse(amendment, AmendmentAction.GIVE_UP, from, reason);
    }

    /** Locks what is open beyond its time; the portal's clock does, in each city. */
    @Transactional
    public void lapseExpired() {
        List<UUID> expired = amendments.expired(clock.now());
        for (UUID id : expired) {
            Amendment amendment = found.lock(id);
            if (amendment.isExpired(clock.now())) {
                AmendmentStatus from = amendment.status();
                amendment.expire(clock.now());
                lapse(amendment, AmendmentAction.EXPIRE, from, "");
            }
        }
    }

    private void lapse(Amendment amendment, AmendmentAction way, AmendmentStatus from, String why) {
        found.keepWritten(amendment);
        returns.relock(amendment.returnId(), why);
        log.moved(amendment, way, from, why);
    }

    private static String required(String typed) {
        String words = words("reason", typed, LONGEST_REASON);
        if (words.isEmpty()) {
            throw new RuleRefused(Reason.on("reason", "amendment.refused.no-reason"));
        }
        return words;
    }

    /** Only who drafts an amendment writes it. */
    static void refuseOthers(Amendment amendment) {
        if (!amendment.view().requestedBy().equals(Actor.current().personId())) {
            throw new RuleRefused(Reason.of("amendment.refused.only-requester"));
        }
    }

    private static void refuseOpen(ReturnView report) {
        if (report.status() != ReturnStatus.LOCKED && report.status() != ReturnStatus.MISSED) {
            throw new RuleRefused(Reason.of("amendment.refused.not-closed", report.status()));
        }
    }
}
