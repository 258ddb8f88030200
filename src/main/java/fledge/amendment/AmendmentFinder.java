package fledge.amendment;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.monitoring.FigureUse;
import fledge.monitoring.LineContent;
import fledge.monitoring.ReopeningService;
import fledge.monitoring.ReopeningService.Cells;
import fledge.monitoring.ReturnSheet;
import fledge.monitoring.ReturnStatus;
import fledge.monitoring.ReturnView;
import fledge.tenancy.PortalClock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads amendments: the list, one with everything known about it, and what of a return can be amended. */
@Service
public class AmendmentFinder {

    static final Set<AmendmentStatus> ALIVE =
            EnumSet.of(AmendmentStatus.REQUESTED, AmendmentStatus.OPEN, AmendmentStatus.RESUBMITTED);

    private final Amendments found;
    private final AmendmentRepository amendments;
    private final AmendmentStepRepository steps;
    private final ImpactList impacts;
    private final ReopeningService returns;
    private final PortalClock clock;

    AmendmentFinder(
            Amendments found,
            AmendmentRepository amendments,
            AmendmentStepRepository steps,
            ImpactList impacts,
            ReopeningService returns,
            PortalClock clock) {
        this.found = found;
        this.amendments = amendments;
        this.steps = steps;
        this.impacts = impacts;
        this.returns = returns;
        this.clock = clock;
    }

    /** Amendments in these states, the newest first; a draft only for who drafts it. */
    @Transactional(readOnly = true)
    public List<AmendmentView> list(Collection<AmendmentStatus> statuses) {
        Set<UUID> units = Actor.current().unitsWith(Right.AMENDMENT_READ);
        return units.isEmpty() || statuses.isEmpty()
                ? List.of()
                : amendments.ofUnits(units, statuses).stream()
                        .map(Amendment::view)
                        .filter(view -> view.status() != AmendmentStatus.DRAFT || isOwn(view))
                        .toList();
    }

    private static boolean isOwn(AmendmentView view) {
        return view.requestedBy().equals(Actor.current().personId());
    }

    /** Something this person could do to an amendment now, or why not; pages show both. */
    public record Choice(AmendmentAction action, @Nullable String whyNotKey) {}

    /** A cell that may be changed: what stood in it, and what stands or was written last; nothing before it is open. */
    public record Changed(
            ReturnSheet.Line line,
            LineContent before,
            @Nullable LineContent after) {}

    /**
     * An amendment with everything known about it.
     *
     * @param whyNotExtended why no more time can be given; null where it can, by a decider
     */
    public record Dossier(
            AmendmentView amendment,
            ReturnView report,
            List<Changed> lines,
            List<FigureUse> impacts,
            List<AmendmentStepView> steps,
            List<Choice> choices,
            @Nullable String whyNotExtended,
            Instant now) {}

    @Transactional(readOnly = true)
    public Dossier dossier(UUID id) {
        Amendment amendment = found.read(id);
        AmendmentView view = amendment.view();
        Cells cells = returns.cells(view.returnId());
        Map<UUID, ReturnSheet.Line> byId =
                cells.lines().stream().collect(Collectors.toMap(ReturnSheet.Line::id, Function.identity()));
        return new Dossier(
                view,
                cells.report(),
                found.linesOf(amendment).stream()
                        .map(line -> changed(view.status(), line, Objects.requireNonNull(byId.get(line.lineId()))))
                        .toList(),
                impacts.kept(amendment),
                steps.findByAmendmentIdOrderByNumberDesc(id).stream()
                        .map(AmendmentStep::view)
                        .toList(),
                choices(view),
                amendment.whyNotExtended(),
                clock.now());
    }

    private static Changed changed(AmendmentStatus status, AmendmentLine line, ReturnSheet.Line cell) {
        return new Changed(
                cell,
                line.before(),
                switch (status) {
                    case OPEN, RESUBMITTED -> cell.content();
                    case COMPLETED, LAPSED -> line.after();
                    case DRAFT, REQUESTED, REFUSED, WITHDRAWN -> null;
                });
    }

    /** The ways that are the amendment's own; those of the return are on the return's page. */
    private static List<Choice> choices(AmendmentView view) {
        Actor actor = Actor.current();
        return view.status().actions().stream()
                .filter(action -> action.right() == Right.AMENDMENT_REQUEST || action.right() == Right.AMENDMENT_DECIDE)
                .filter(action -> actor.may(Objects.requireNonNull(action.right()), view.unitId()))
                .map(action -> new Choice(action, whyNot(action, isOwn(view))))
                .toList();
    }

    private static @Nullable String whyNot(AmendmentAction action, boolean own) {
        return action.right() == Right.AMENDMENT_DECIDE
                ? own ? "amendment.refused.same-person" : null
                : own ? null : "amendment.refused.only-requester";
    }

    /**
     * What of a return can be amended.
     *
     * @param whyNotKey why it cannot be amended now
     * @param alive the amendment that is under way
     */
    public record Amendable(
            Cells cells,
            @Nullable String whyNotKey,
            @Nullable AmendmentView alive) {}

    @Transactional(readOnly = true)
    public Amendable amendable(UUID returnId) {
        Cells cells = returns.cells(returnId);
        AmendmentView alive = amendments.findByReturnIdOrderBySinceDesc(returnId).stream()
                .map(Amendment::view)
                .filter(view -> view.status().isAlive())
                .findFirst()
                .orElse(null);
        ReturnStatus status = cells.report().status();
        String whyNot = alive != null
                ? "amendment.refused.another-alive"
                : status == ReturnStatus.LOCKED || status == ReturnStatus.MISSED
                        ? null
                        : "amendment.refused.not-closed-yet";
        return new Amendable(cells, whyNot, alive);
    }

    /** Every amendment of a return, the newest first; drafts are their writer's. */
    @Transactional(readOnly = true)
    public List<AmendmentView> ofReturn(UUID returnId) {
        return amendments.findByReturnIdOrderBySinceDesc(returnId).stream()
                .map(Amendment::view)
                .filter(view -> view.status() != AmendmentStatus.DRAFT || isOwn(view))
                .toList();
    }

    /** A draft to go on with, and the cells it names. */
    @Transactional(readOnly = true)
    public Draft draftOf(UUID id) {
        Amendment amendment = found.read(id);
        return new Draft(
                amendment.view(),
                found.linesOf(amendment).stream().map(AmendmentLine::lineId).collect(Collectors.toSet()));
    }

    /** A draft and the cells it names. */
    public record Draft(AmendmentView amendment, Set<UUID> lines) {}
}
