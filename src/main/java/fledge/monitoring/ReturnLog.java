package fledge.monitoring;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.identity.UnitService;
import fledge.kernel.AuditedEvent.Subject;
import fledge.tenancy.PortalClock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes down each change of a return's state: a step for its timeline, an event for the audit trail. */
@Component
class ReturnLog {

    private final ReturnStepRepository steps;
    private final ReturnClocks clocks;
    private final UnitService units;
    private final PortalClock clock;
    private final ApplicationEventPublisher events;

    ReturnLog(
            ReturnStepRepository steps,
            ReturnClocks clocks,
            UnitService units,
            PortalClock clock,
            ApplicationEventPublisher events) {
        this.steps = steps;
        this.clocks = clocks;
        this.units = units;
        this.clock = clock;
        this.events = events;
    }

    Subject subject(Return report, Round round) {
        return new Subject(
                "return",
                report.id(),
                units.label(report.unitId()) + " " + round.period().code());
    }

    void moved(Return report, Round round, ReturnAction way, ReturnStatus from) {
        moved(report, round, way, from, null, "", Map.of());
    }

    void moved(
            Return report,
            Round round,
            ReturnAction way,
            ReturnStatus from,
            @Nullable String reasonCode,
            String why,
            Map<String, String> details) {
        UUID principal = principal(way, report.unitId());
        var told = new HashMap<>(details);
        if (principal != null) {
            told.put("onBehalfOf", principal.toString());
        }
        Reopening reopening = report.reopening();
        if (reopening != null) {
            told.put(ReturnMoved.AMENDMENT, reopening.amendmentId().toString());
        }
        var moved =
                new ReturnMoved(subject(report, round), way, from, report.status(), reasonCode, why, Map.copyOf(told));
        steps.save(new ReturnStep(moved, report.moves(), Actor.current().personId(), principal, clock.now()));
        clocks.follow(new ReturnWithRound(report, round));
        events.publishEvent(moved);
    }

    /** For whom the actor does this, where the right is held by delegation only. */
    private static @Nullable UUID principal(ReturnAction way, UUID unitId) {
        Right right = way.right();
        return right == null || Actor.current().personId() == null
                ? null
                : Actor.current().hand(right, unitId).principal();
    }
}
