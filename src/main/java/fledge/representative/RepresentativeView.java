package fledge.representative;

import fledge.access.Actor;
import fledge.access.Right;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A claim to act for an enterprise, as it stands; {@code enterpriseName} is as the claimant wrote it. */
public record RepresentativeView(
        UUID id,
        UUID accountId,
        UUID personId,
        String creditCode,
        String enterpriseName,
        @Nullable UUID enterpriseId,
        Capacity capacity,
        String grounds,
        Instant claimedAt,
        RepresentativeStatus status,
        Instant since,
        @Nullable UUID confirmedBy) {

    /** What this person may do with it now. */
    public Set<RepresentativeAction> actions(Actor actor) {
        var actions = EnumSet.noneOf(RepresentativeAction.class);
        status.actions().stream().filter(action -> mayBy(actor, action)).forEach(actions::add);
        return actions;
    }

    /** Nobody decides about themselves; a signatory decides about the clerks of their own enterprise. */
    private boolean mayBy(Actor actor, RepresentativeAction action) {
        if (personId.equals(actor.personId())) {
            return action.isByClaimant();
        }
        return action.rights().stream().anyMatch(right -> mayBy(actor, right));
    }

    private boolean mayBy(Actor actor, Right right) {
        return right == Right.CLERK_CONFIRM
                ? capacity == Capacity.CLERK && enterpriseId != null && actor.may(right, enterpriseId)
                : actor.may(right);
    }

    /** Whether this person may know of it. */
    public boolean isVisibleTo(Actor actor) {
        return personId.equals(actor.personId())
                || actor.may(Right.REPRESENTATIVE_READ)
                || (enterpriseId != null && actor.may(Right.CLERK_CONFIRM, enterpriseId));
    }
}
