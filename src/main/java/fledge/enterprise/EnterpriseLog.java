package fledge.enterprise;

import fledge.access.Actor;
import fledge.tenancy.PortalClock;
import java.time.LocalDate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes each move of an enterprise as a step, and tells of it. */
@Component
class EnterpriseLog {

    private final EnterpriseStepRepository steps;
    private final PortalClock clock;
    private final ApplicationEventPublisher events;

    EnterpriseLog(EnterpriseStepRepository steps, PortalClock clock, ApplicationEventPublisher events) {
        this.steps = steps;
        this.clock = clock;
        this.events = events;
    }

    void moved(Enterprise enterprise, EnterpriseAction way, EnterpriseStatus from, LocalDate since, String reason) {
        var moved = new EnterpriseMoved(enterprise.id(), enterprise.nameZh(), way, from, since, reason);
        steps.save(new EnterpriseStep(moved, enterprise.moves(), Actor.current().personId(), clock.now()));
        events.publishEvent(moved);
    }
}
