package fledge.amendment;

import fledge.access.Actor;
import fledge.identity.UnitService;
import fledge.kernel.AuditedEvent.Subject;
import fledge.tenancy.PortalClock;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes down each change of an amendment's state: a step for its timeline, an event for the audit trail. */
@Component
class AmendmentLog {

    private final AmendmentStepRepository steps;
    private final UnitService units;
    private final PortalClock clock;
    private final ApplicationEventPublisher events;

    AmendmentLog(
            AmendmentStepRepository steps, UnitService units, PortalClock clock, ApplicationEventPublisher events) {
        this.steps = steps;
        this.units = units;
        this.clock = clock;
        this.events = events;
    }

    Subject subject(Amendment amendment) {
        return new Subject(
                "amendment",
                amendment.id(),
                units.label(amendment.unitId()) + " "
                        + amendment.view().period().code());
    }

    void moved(Amendment amendment, AmendmentAction way, AmendmentStatus from, String why) {
        moved(amendment, way, from, why, Map.of());
    }

    void moved(
            Amendment amendment, AmendmentAction way, AmendmentStatus from, String why, Map<String, String> details) {
        var moved = new AmendmentMoved(subject(amendment), way, from, amendment.status(), why, details);
        steps.save(new AmendmentStep(moved, amendment.moves(), Actor.current().personId(), clock.now()));
        events.publishEvent(moved);
    }
}
