package fledge.apportionment;

import fledge.access.Actor;
import fledge.identity.UnitService;
import fledge.kernel.AuditedEvent.Subject;
import fledge.tenancy.PortalClock;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes down each change of state: a step for the timeline, an event for the audit trail. */
@Component
class TargetLog {

    private final TargetStepRepository steps;
    private final UnitService units;
    private final PortalClock clock;
    private final ApplicationEventPublisher events;

    TargetLog(TargetStepRepository steps, UnitService units, PortalClock clock, ApplicationEventPublisher events) {
        this.steps = steps;
        this.units = units;
        this.clock = clock;
        this.events = events;
    }

    void moved(TargetSet set, TargetSetAction way, TargetSetStatus from, String why, Map<String, ?> details) {
        var moved = new TargetMoved(
                new Subject("target-set", set.id(), set.name()), "TargetSet", way, from, set.status(), why, details);
        steps.save(new TargetStep(set.id(), null, null, moved, Actor.current().personId(), clock.now()));
        events.publishEvent(moved);
    }

    void moved(TargetLine line, TargetLineAction way, TargetLineStatus from, String why, Map<String, ?> details) {
        var moved = new TargetMoved(
                new Subject("target-line", line.id(), label(line)),
                "TargetLine",
                way,
                from,
                line.status(),
                why,
                details);
        steps.save(new TargetStep(
                line.setId(), line.id(), null, moved, Actor.current().personId(), clock.now()));
        events.publishEvent(moved);
    }

    void moved(
            TargetAmendment amendment,
            TargetAmendmentAction way,
            TargetAmendmentStatus from,
            String why,
            Map<String, ?> details) {
        var moved = new TargetMoved(
                new Subject("target-amendment", amendment.id(), Integer.toString(amendment.number())),
                "TargetAmendment",
                way,
                from,
                amendment.status(),
                why,
                details);
        steps.save(new TargetStep(
                amendment.setId(), null, amendment.id(), moved, Actor.current().personId(), clock.now()));
        events.publishEvent(moved);
    }

    /** A unit took a residual upon itself. */
    void signed(HoldingView holding) {
        events.publishEvent(new SplitChanged(
                holding.indicatorId(),
                units.label(holding.unitId()),
                Map.of(),
                Map.of("residual", holding.residual(), "year", holding.year(), "signed", true)));
    }

    private String label(TargetLine line) {
        return units.label(line.unitId()) + " " + line.year();
    }
}
