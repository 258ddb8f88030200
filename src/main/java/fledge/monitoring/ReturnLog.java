package fledge.monitoring;

import fledge.access.Actor;
import fledge.identity.UnitService;
import fledge.kernel.AuditedEvent.Subject;
import fledge.tenancy.PortalClock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes down each change of a return's state: a step for its timeline, an event for the audit trail. */
@Component
class ReturnLog {

    private final ReturnStepRepository steps;
    private final UnitService units;
    private final PortalClock clock;
    private final ApplicationEventPublisher events;

    ReturnLog(ReturnStepRepository steps, UnitService units, PortalClock clock, ApplicationEventPublisher events) {
        this.steps = steps;
        this.units = units;
        this.clock = clock;
        this.events = events;
    }

    Subject subject(Return report, Round round) {
        return new Subject(
                "return",
                report.id(),
                units.label(report.unitId()) + " " + round.quarter().code());
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
        var moved = new ReturnMoved(subject(report, round), way, from, report.status(), reasonCode, why, details);
        steps.save(new ReturnStep(moved, Actor.current().personId(), clock.now()));
        events.publishEvent(moved);
    }
}
