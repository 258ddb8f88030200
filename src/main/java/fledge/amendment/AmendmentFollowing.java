package fledge.amendment;

import fledge.monitoring.ReopeningService;
import fledge.monitoring.ReturnMoved;
import fledge.monitoring.ReturnView;
import fledge.tenancy.PortalClock;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** An amendment goes with its return, in the same transaction: signed, recalled, sent back, accepted. */
@Component
class AmendmentFollowing {

    private final Amendments found;
    private final AmendmentLog log;
    private final ReopeningService returns;
    private final PortalClock clock;

    AmendmentFollowing(Amendments found, AmendmentLog log, ReopeningService returns, PortalClock clock) {
        this.found = found;
        this.log = log;
        this.returns = returns;
        this.clock = clock;
    }

    @EventListener
    void follow(ReturnMoved moved) {
        moved.amendment().ifPresent(id -> follow(id, moved));
    }

    private void follow(UUID id, ReturnMoved moved) {
        switch (moved.way()) {
            case CERTIFY -> {
                Amendment amendment = found.lock(id);
                AmendmentStatus from = amendment.status();
                amendment.certified(clock.now());
                log.moved(amendment, AmendmentAction.CERTIFY, from, "");
            }
            case RECALL -> {
                Amendment amendment = found.lock(id);
                AmendmentStatus from = amendment.status();
                amendment.recalled(clock.now());
                log.moved(amendment, AmendmentAction.RECALL, from, moved.why());
            }
            case RETURN -> {
                Amendment amendment = found.lock(id);
                AmendmentStatus from = amendment.status();
                amendment.sentBack(returns.lock(amendment.returnId()).writableUntil(), clock.now());
                log.moved(amendment, AmendmentAction.RETURN, from, moved.why());
            }
            case ACCEPT -> {
                Amendment amendment = found.lock(id);
                AmendmentStatus from = amendment.status();
                ReturnView report = returns.lock(amendment.returnId());
                found.keepWritten(amendment);
                amendment.accepted(Objects.requireNonNull(report.validVersionId()), clock.now());
                log.moved(amendment, AmendmentAction.ACCEPT, from, "");
            }
            default -> {
                // the other ways lead from draft to signature and back, and to the amendment's own end
            }
        }
    }
}
