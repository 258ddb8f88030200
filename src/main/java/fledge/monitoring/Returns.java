package fledge.monitoring;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.access.Right;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds returns for whoever may see them; what is not there and what is not theirs are the same answer. */
@Component
class Returns {

    private final ReturnRepository returns;
    private final RoundRepository rounds;

    Returns(ReturnRepository returns, RoundRepository rounds) {
        this.returns = returns;
        this.rounds = rounds;
    }

    ReturnWithRound read(UUID id) {
        ReturnWithRound found = returns.withRound(id).orElseThrow(() -> new NotFound("return " + id));
        refuseOutsiders(found.report());
        return found;
    }

    /** For a change by somebody who holds the right in the return's unit. */
    ReturnWithRound change(UUID id, Right right) {
        ReturnWithRound found = lock(id);
        refuseOutsiders(found.report());
        Actor.current().require(right, found.report().unitId());
        return found;
    }

    /** For a change by the portal's own clock. */
    ReturnWithRound lock(UUID id) {
        Return report = returns.lock(id).orElseThrow(() -> new NotFound("return " + id));
        return new ReturnWithRound(report, rounds.findById(report.roundId()).orElseThrow());
    }

    private static void refuseOutsiders(Return report) {
        if (!Actor.current().may(Right.RETURN_READ, report.unitId())) {
            throw new NotFound("return " + report.id());
        }
    }
}
