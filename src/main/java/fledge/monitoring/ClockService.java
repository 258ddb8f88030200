package fledge.monitoring;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.tenancy.PortalClock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The clocks of returns as pages see them, and their pauses (时限中止), which the planner decides with a reason. */
@Service
public class ClockService {

    private final Returns returns;
    private final ReturnClocks clocks;
    private final ReturnLog log;
    private final PortalClock clock;
    private final ApplicationEventPublisher events;

    ClockService(
            Returns returns, ReturnClocks clocks, ReturnLog log, PortalClock clock, ApplicationEventPublisher events) {
        this.returns = returns;
        this.clocks = clocks;
        this.log = log;
        this.clock = clock;
        this.events = events;
    }

    /** Whose turn these returns are; one that waits for nobody is left out. */
    @Transactional(readOnly = true)
    public Map<UUID, ClockView> running(Collection<UUID> returnIds) {
        return clocks.running(returnIds);
    }

    /** Stops the clock of whoever has the turn; too late is too late, so only in time. */
    @Transactional
    public void pause(UUID returnId, String why) {
        ReturnWithRound paused = returns.change(returnId, Right.CLOCK_PAUSE);
        String reason = ReasonText.required("why", why);
        ReturnClock running = running(paused);
        if (paused.report().clockPaused()) {
            throw new RuleRefused(Reason.of("monitoring.refused.clock-paused"));
        }
        if (paused.report().reopening() != null) {
            throw new RuleRefused(Reason.of("monitoring.refused.clock-of-reopened"));
        }
        if (!clock.now().isBefore(running.dueAt())) {
            throw new RuleRefused(Reason.of("monitoring.refused.clock-over"));
        }
        clocks.pause(paused, running, Actor.current().person(), reason);
        events.publishEvent(
                new ClockPaused(log.subject(paused.report(), paused.round()), running.turn(), running.dueAt(), reason));
    }

    /** Lets the clock run again; answers the deadline, which has moved by the working days of the pause. */
    @Transactional
    public Instant resume(UUID returnId) {
        ReturnWithRound paused = returns.change(returnId, Right.CLOCK_PAUSE);
        ReturnClock running = running(paused);
        if (!paused.report().clockPaused()) {
            throw new RuleRefused(Reason.of("monitoring.refused.clock-runs"));
        }
        Instant wasDue = running.dueAt();
        int days = clocks.resume(paused, running, Actor.current().person());
        events.publishEvent(new ClockResumed(
                log.subject(paused.report(), paused.round()), running.turn(), wasDue, running.dueAt(), days));
        return running.dueAt();
    }

    private ReturnClock running(ReturnWithRound of) {
        ReturnClock running = clocks.running(of.report().id());
        if (running == null) {
            throw new RuleRefused(Reason.of("monitoring.refused.no-clock"));
        }
        return running;
    }
}
