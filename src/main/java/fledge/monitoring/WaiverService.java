package fledge.monitoring;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.tenancy.PortalClock;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Waives a unit's return (免报): proposed by the planner, decided by another person. */
@Service
public class WaiverService {

    private final Returns returns;
    private final ReturnLog log;
    private final PortalClock clock;
    private final ApplicationEventPublisher events;

    WaiverService(Returns returns, ReturnLog log, PortalClock clock, ApplicationEventPublisher events) {
        this.returns = returns;
        this.log = log;
        this.clock = clock;
        this.events = events;
    }

    @Transactional
    public void propose(UUID returnId, String why) {
        ReturnWithRound waived = returns.change(returnId, Right.WAIVER_PROPOSE);
        String reason = ReasonText.required("reason", why);
        waived.report()
                .proposeWaiver(
                        Actor.current()
                                .hand(Right.WAIVER_PROPOSE, waived.report().unitId()),
                        reason);
        events.publishEvent(new WaiverProposed(log.subject(waived.report(), waived.round()), reason));
    }

    @Transactional
    public void decide(UUID returnId, boolean approved) {
        ReturnWithRound waived = returns.change(returnId, Right.WAIVER_DECIDE);
        Return report = waived.report();
        String reason = report.waiverReason();
        if (reason == null) {
            throw new RuleRefused(Reason.of("monitoring.refused.no-waiver-proposed"));
        }
        if (approved) {
            ReturnStatus from = report.status();
            report.waive(Actor.current().hand(Right.WAIVER_DECIDE, report.unitId()), clock.now());
            log.moved(report, waived.round(), ReturnAction.WAIVE, from, null, reason, Map.of());
        } else {
            report.refuseWaiver();
            events.publishEvent(new WaiverRefused(log.subject(report, waived.round()), reason));
        }
    }
}
