package fledge.monitoring;

import fledge.access.Role;
import fledge.identity.AccountService;
import fledge.kernel.Period;
import fledge.programme.ProgrammeService;
import fledge.programme.ProgrammeView;
import fledge.template.AskingPlan;
import fledge.template.TemplateService;
import fledge.template.rules.Frequency;
import fledge.tenancy.PortalClock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the calendar does to rounds: schedules, opens, closes and locks; run for each city by a recurring job. */
@Service
public class RoundDates {

    private final RoundService rounds;
    private final RoundRepository scheduled;
    private final ReturnRepository returns;
    private final Returns found;
    private final ReturnLog log;
    private final ProgrammeService programmes;
    private final TemplateService templates;
    private final AccountService accounts;
    private final PortalClock clock;

    RoundDates(
            RoundService rounds,
            RoundRepository scheduled,
            ReturnRepository returns,
            Returns found,
            ReturnLog log,
            ProgrammeService programmes,
            TemplateService templates,
            AccountService accounts,
            PortalClock clock) {
        this.rounds = rounds;
        this.scheduled = scheduled;
        this.returns = returns;
        this.found = found;
        this.log = log;
        this.programmes = programmes;
        this.templates = templates;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Schedules the quarter or month that has just ended for every running programme, if nobody did and its form can be sent out.
     */
    @Transactional
    public void scheduleEnded() {
        LocalDate today = LocalDate.ofInstant(clock.now(), PortalClock.ZONE);
        Map<UUID, AskingPlan> plans = templates.plans();
        for (ProgrammeView programme : programmes.programmes()) {
            AskingPlan plan = plans.getOrDefault(programme.id(), AskingPlan.EVERYTHING_EVERY_QUARTER);
            Period ended = plan.endedBefore(today);
            if (asksFor(programme, ended)
                    && asksAnything(programme, plan, ended)
                    && scheduled
                            .findByProgrammeIdAndPeriod(programme.id(), ended.index())
                            .isEmpty()) {
                rounds.schedule(programme.id(), ended);
            }
        }
    }

    private boolean asksAnything(ProgrammeView programme, AskingPlan plan, Period period) {
        return plan.asking(period)
                .map(form -> form.refusals(period).isEmpty()
                        && programmes.indicators(programme.id()).stream()
                                .anyMatch(indicator -> form.asks(indicator.id(), period)
                                        && !indicator.reportingUnits().isEmpty()))
                .orElse(plan.frequency() == Frequency.QUARTER);
    }

    private static boolean asksFor(ProgrammeView programme, Period period) {
        Integer first = programme.startYear();
        Integer last = programme.endYear();
        return programme.running()
                && first != null
                && last != null
                && period.start().getYear() >= first
                && period.start().getYear() <= last;
    }

    /** Opens returns whose round has begun and whose unit has a certifier; without one nobody could sign. */
    @Transactional
    public void open() {
        Set<UUID> certifiable = accounts.unitsReachedBy(Role.CERTIFIER);
        for (UUID id : returns.toOpen(clock.now())) {
            ReturnWithRound due = found.lock(id);
            if (certifiable.contains(due.report().unitId())) {
                due.report().open(clock.now());
                log.moved(due.report(), due.round(), ReturnAction.OPEN, ReturnStatus.SCHEDULED);
            }
        }
    }

    /** What was not reported by the end of entry is missed; the draft stays readable. */
    @Transactional
    public void closeWindows() {
        for (UUID id : returns.toClose(clock.now())) {
            ReturnWithRound due = found.lock(id);
            ReturnStatus from = due.report().status();
            due.report().closeWindow(clock.now());
            log.moved(due.report(), due.round(), ReturnAction.CLOSE_WINDOW, from);
        }
    }

    /** What was accepted can no longer be changed once the round's editing has ended. */
    @Transactional
    public void lock() {
        for (UUID id : returns.toLock(clock.now())) {
            ReturnWithRound due = found.lock(id);
            due.report().lock(clock.now());
            log.moved(due.report(), due.round(), ReturnAction.LOCK, ReturnStatus.ACCEPTED);
        }
    }
}
