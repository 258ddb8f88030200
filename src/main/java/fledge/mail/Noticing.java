package fledge.mail;

import fledge.access.Actor;
import fledge.access.Role;
import fledge.amendment.AmendmentMoved;
import fledge.amendment.AmendmentStatus;
import fledge.apportionment.TargetAmendmentStatus;
import fledge.apportionment.TargetLineAction;
import fledge.apportionment.TargetMoved;
import fledge.apportionment.TargetSetStatus;
import fledge.calendar.WorkingCalendar;
import fledge.identity.AccountService;
import fledge.identity.UnitService;
import fledge.mail.Notice.News;
import fledge.mail.rules.Delivery;
import fledge.monitoring.ReturnMoved;
import fledge.monitoring.ReturnService;
import fledge.monitoring.ReturnView;
import fledge.monitoring.Turn;
import fledge.monitoring.WaitingUnit;
import fledge.programme.ProgrammeService;
import fledge.programme.ProgrammeView;
import fledge.reminder.UnitReminded;
import fledge.tenancy.PortalClock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes a notice for everybody who may have to act next, in the transaction of the cause: if that is undone, so is the notice,
 * and what is done is never forgotten. Whether it really waits for them is asked of their worklist when the notice is ripe, so
 * that whoever has acted meanwhile is left in peace.
 */
@Component
class Noticing {

    private final NoticeRepository notices;
    private final MailboxRepository mailboxes;
    private final ReturnService returns;
    private final ProgrammeService programmes;
    private final AccountService accounts;
    private final UnitService units;
    private final WorkingCalendar calendar;
    private final PortalClock clock;

    Noticing(
            NoticeRepository notices,
            MailboxRepository mailboxes,
            ReturnService returns,
            ProgrammeService programmes,
            AccountService accounts,
            UnitService units,
            WorkingCalendar calendar,
            PortalClock clock) {
        this.notices = notices;
        this.mailboxes = mailboxes;
        this.returns = returns;
        this.programmes = programmes;
        this.accounts = accounts;
        this.units = units;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Whoever signs answers for the unit's filling in as well. */
    @EventListener
    void on(UnitReminded reminded) {
        UUID unit = reminded.report().unitId();
        var told = new HashSet<>(accounts.accountsActing(reminded.turn().role(), unit));
        told.addAll(accounts.accountsActing(Role.CERTIFIER, unit));
        tell(told, about(NoticeKind.REMINDED, reminded.report()));
    }

    /** Only when the turn has just begun: one who goes on filling in knows that it is theirs. */
    @EventListener
    void on(ReturnMoved moved) {
        WaitingUnit waiting = returns.turnOf(moved.subject().id()).orElse(null);
        if (waiting == null || !waiting.clock().startedAt().equals(clock.now())) {
            return;
        }
        Turn turn = waiting.clock().turn();
        UUID unit = waiting.report().unitId();
        UUID asked = turn == Turn.REVIEW_2 ? units.upwards(unit).getLast() : unit;
        tell(accounts.accountsActing(turn.role(), asked), about(NoticeKind.TURN, waiting.report()));
    }

    @EventListener
    void on(TargetMoved moved) {
        UUID id = moved.subject().id();
        switch (moved.to()) {
            case TargetSetStatus to -> {
                switch (to) {
                    case CONSULTATION, ISSUED -> tell(Role.CERTIFIER, "/my-targets");
                    case SUBMITTED -> tell(Role.DECIDER, "/target-sets/" + id);
                    case APPROVED -> tell(Role.PLANNER, "/target-sets/" + id);
                    default -> {}
                }
            }
            case TargetAmendmentStatus to -> {
                switch (to) {
                    case PROPOSED -> tell(Role.PLANNER, "/target-amendments/" + id);
                    case REVIEWED -> tell(Role.DECIDER, "/target-amendments/" + id);
                    default -> {}
                }
            }
            default -> {
                if (moved.way() == TargetLineAction.REPROPOSE) {
                    tell(Role.CERTIFIER, "/my-targets");
                }
            }
        }
    }

    @EventListener
    void on(AmendmentMoved moved) {
        if (moved.to() == AmendmentStatus.REQUESTED) {
            tell(Role.DECIDER, "/amendments/" + moved.subject().id());
        }
    }

    private News about(NoticeKind kind, ReturnView report) {
        ProgrammeView form = programmes.programme(report.round().programmeId());
        return new News(kind, "/returns/" + report.id(), form.nameZh(), form.nameEn());
    }

    private void tell(Role role, String path) {
        tell(accounts.accountsActing(role), News.of(NoticeKind.TURN, path));
    }

    /** Nobody is told of what they have just done themselves. */
    private void tell(Set<UUID> accountIds, News news) {
        Instant now = clock.now();
        List<Mailbox> served = accountIds.isEmpty()
                ? List.of()
                : mailboxes.findByAccountIdIn(accountIds).stream()
                        .filter(Mailbox::isServed)
                        .filter(mailbox ->
                                !mailbox.accountId().equals(Actor.current().accountId()))
                        .toList();
        for (Mailbox mailbox : served) {
            Instant ripe =
                    mailbox.wish() == MailWish.AT_ONCE ? now : Delivery.morningAfter(now, calendar.workingDays());
            notices.save(new Notice(mailbox.accountId(), news, now, ripe));
        }
    }
}
