package fledge.amendment;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.access.Right;
import fledge.monitoring.LineContent;
import fledge.monitoring.ReopeningService;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds amendments for whoever may see them, and locks them for a change: the return first, then what amends it. */
@Component
class Amendments {

    private final AmendmentRepository amendments;
    private final AmendmentLineRepository lines;
    private final ReopeningService returns;

    Amendments(AmendmentRepository amendments, AmendmentLineRepository lines, ReopeningService returns) {
        this.amendments = amendments;
        this.lines = lines;
        this.returns = returns;
    }

    Amendment read(UUID id) {
        Amendment found = amendments.findById(id).orElseThrow(() -> new NotFound("amendment " + id));
        refuseOutsiders(found);
        return found;
    }

    /** For a change by somebody who holds the right in the unit. */
    Amendment change(UUID id, Right right) {
        Amendment found = lock(id);
        refuseOutsiders(found);
        Actor.current().require(right, found.unitId());
        return found;
    }

    /** For a change by the portal's own clock, or by what happened to the return. */
    Amendment lock(UUID id) {
        UUID returnId = amendments.returnOf(id).orElseThrow(() -> new NotFound("amendment " + id));
        returns.lock(returnId);
        return amendments.lock(id).orElseThrow(() -> new NotFound("amendment " + id));
    }

    /** Keeps what stands in the named cells now. */
    void keepWritten(Amendment amendment) {
        Map<UUID, LineContent> now = returns.written(amendment.returnId());
        for (AmendmentLine line : linesOf(amendment)) {
            line.keep(Objects.requireNonNull(now.get(line.lineId())));
        }
    }

    List<AmendmentLine> linesOf(Amendment amendment) {
        return lines.findByAmendmentIdOrderByPosition(amendment.id());
    }

    private static void refuseOutsiders(Amendment amendment) {
        if (!Actor.current().may(Right.AMENDMENT_READ, amendment.unitId())) {
            throw new NotFound("amendment " + amendment.id());
        }
    }
}
