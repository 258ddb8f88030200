package fledge.monitoring;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.identity.UnitService;
import fledge.identity.UnitView;
import fledge.ui.WorklistItem;
import fledge.ui.WorklistSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Returns that wait for this person: to fill, to sign, to review, to waive. */
@Component
class MonitoringWorklist implements WorklistSource {

    private static final Set<String> WRITING = Set.of("fill", "correct", "amend");

    private final ReturnRepository returns;
    private final UnitService units;
    private final ReviewChain chain;

    MonitoringWorklist(ReturnRepository returns, UnitService units, ReviewChain chain) {
        this.returns = returns;
        this.units = units;
        this.chain = chain;
    }

    @Override
    public List<WorklistItem> worklist(Actor actor) {
        Set<ReturnStatus> waiting = statusesThatWaitFor(actor);
        if (waiting.isEmpty()) {
            return List.of();
        }
        List<WaitingReturn> candidates = returns.inStatus(waiting);
        Map<UUID, UnitView> byId = candidates.isEmpty() ? Map.of() : units.byId();
        var items = new ArrayList<WorklistItem>();
        for (WaitingReturn candidate : candidates) {
            Return report = candidate.report();
            String task = task(report, actor);
            if (task != null) {
                items.add(new WorklistItem(
                        "monitoring.worklist." + task,
                        List.of(
                                Objects.requireNonNull(byId.get(report.unitId()))
                                        .name(LocaleContextHolder.getLocale()),
                                candidate.round().period()),
                        "/returns/" + report.id() + (WRITING.contains(task) ? "/form" : ""),
                        "monitoring.worklist.source",
                        report.since(),
                        due(candidate)));
            }
        }
        return items;
    }

    private static Set<ReturnStatus> statusesThatWaitFor(Actor actor) {
        var statuses = EnumSet.noneOf(ReturnStatus.class);
        if (actor.may(Right.RETURN_FILL)) {
            statuses.addAll(Set.of(ReturnStatus.OPEN, ReturnStatus.DRAFT, ReturnStatus.RETURNED));
        }
        if (actor.may(Right.RETURN_CERTIFY)) {
            statuses.add(ReturnStatus.AWAITING_SIGN_OFF);
        }
        if (actor.may(Right.RETURN_REVIEW)) {
            statuses.addAll(Set.of(ReturnStatus.SUBMITTED, ReturnStatus.IN_REVIEW));
        }
        if (actor.may(Right.WAIVER_DECIDE)) {
            statuses.addAll(Set.of(ReturnStatus.SCHEDULED, ReturnStatus.OPEN));
        }
        return statuses;
    }

    private @Nullable String task(Return report, Actor actor) {
        UUID unit = report.unitId();
        return switch (report.status()) {
            case OPEN, DRAFT, RETURNED, SCHEDULED -> {
                if (report.waiverProposedBy() != null && actor.may(Right.WAIVER_DECIDE)) {
                    yield "waive";
                }
                if (report.status() == ReturnStatus.SCHEDULED || !actor.may(Right.RETURN_FILL, unit)) {
                    yield null;
                }
                yield report.status() == ReturnStatus.RETURNED
                        ? "correct"
                        : report.reopening() == null ? "fill" : "amend";
            }
            case AWAITING_SIGN_OFF -> actor.may(Right.RETURN_CERTIFY, unit) ? "sign" : null;
            case SUBMITTED, IN_REVIEW -> chain.mayReview(actor, report) ? "review" : null;
            default -> null;
        };
    }

    /** Nothing is due while its clock stands still. */
    private static @Nullable Instant due(WaitingReturn of) {
        ReturnClock running = of.clock();
        return of.report().clockPaused() ? null : running == null ? of.round().dueAt() : running.dueAt();
    }
}
