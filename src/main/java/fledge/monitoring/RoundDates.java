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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the calendar does to rounds: schedules, opens, closes and locks; run for each city by a recurring job. Returns move some at a
 * time, each time in a transaction of their own: thousands at once would keep every lock until the last of them, and what was done
 * stays done when the node stops.
 */
@Service
public class RoundDates {

    private static final Limit AT_A_TIME = Limit.of(50);
    private static final UUID FIRST = new UUID(0, 0);

    private final RoundService rounds;
    private final RoundRepository scheduled;
    private final ReturnRepository returns;
    private final Returns found;
    private final ReturnLog log;
    private final ProgrammeService programmes;
    private final TemplateService templates;
    private final AccountService accounts;
    private final TransactionTemplate transaction;
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
            TransactionTemplate transaction,
            PortalClock clock) {
        this.rounds = rounds;
        this.scheduled = scheduled;
        this.returns = returns;
        this.found = found;
        this.log = log;
        this.programmes = programmes;
        this.templates = templates;
        this.accounts = accounts;
        this.transaction = transaction;
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
    public void open() {
        Set<UUID> certifiable = accounts.unitsReachedBy(Role.CERTIFIER);
        someAtATime(returns::toOpen, due -> {
            if (ReturnAction.OPEN.leavesFrom(due.report().status())
                    && certifiable.contains(due.report().unitId())) {
                due.report().open(clock.now());
                log.moved(due.report(), due.round(), ReturnAction.OPEN, ReturnStatus.SCHEDULED);
            }
        });
    }

    /** What was not reported by the end of entry is missed; the draft stays readable. */
    public void closeWindows() {
        someAtATime(returns::toClose, due -> {
            if (due.isMissedAt(clock.now())) {
                ReturnStatus from = due.report().status();
                due.report().closeWindow(clock.now());
                log.moved(due.report(), due.round(), ReturnAction.CLOSE_WINDOW, from);
            }
        });
    }

    /** What was accepted can no longer be changed once the round's editing has ended. */
    public void lock() {
        someAtATime(returns::toLock, due -> {
            if (ReturnAction.LOCK.leavesFrom(due.report().status())) {
                due.report().lock(clock.now());
                log.moved(due.report(), due.round(), ReturnAction.LOCK, ReturnStatus.ACCEPTED);
            }
        });
    }

    /** Returns that are due, in the order of their ids, each after its id. */
    private interface Due {
        List<UUID> after(UUID id, Instant now, Limit most);
    }

    /** Each is looked at again once it is locked: somebody may have moved it since it was looked for. */
    private void someAtATime(Due due, Consumer<ReturnWithRound> move) {
        Optional<UUID> last = Optional.of(FIRST);
        while (last.isPresent()) {
            UUID after = last.get();
            last = Objects.requireNonNull(transaction.execute(status -> {
                List<UUID> some = due.after(after, clock.now(), AT_A_TIME);
                some.forEach(id -> move.accept(found.lock(id)));
                return some.size() < AT_A_TIME.max() ? Optional.<UUID>empty() : Optional.of(some.getLast());
            }));
        }
    }
}
