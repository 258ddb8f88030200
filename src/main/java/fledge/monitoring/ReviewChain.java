package fledge.monitoring;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.identity.UnitService;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Which reviewers a level belongs to: the first to whoever reviews for the unit, the second to the city's own alone. */
@Component
class ReviewChain {

    private final UnitService units;

    ReviewChain(UnitService units) {
        this.units = units;
    }

    boolean mayReview(Actor actor, Return report) {
        if (!actor.may(Right.RETURN_REVIEW, report.unitId())) {
            return false;
        }
        return report.reviewLevel() < 2
                || isOfTop(actor, units.upwards(report.unitId()).getLast());
    }

    private static boolean isOfTop(Actor actor, UUID top) {
        return actor.appointments().stream()
                .anyMatch(appointment -> Right.RETURN_REVIEW.isGrantedTo(appointment.role())
                        && appointment.unitId().equals(top));
    }
}
