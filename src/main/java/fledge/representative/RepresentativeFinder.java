package fledge.representative;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.access.Right;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads who acts for which enterprise, and who wants to. */
@Service
public class RepresentativeFinder {

    private static final Limit MOST_OF_OWN = Limit.of(200);

    private final RepresentativeRepository representatives;
    private final RepresentativeStepRepository steps;

    RepresentativeFinder(RepresentativeRepository representatives, RepresentativeStepRepository steps) {
        this.representatives = representatives;
        this.steps = steps;
    }

    /** A page of the city's, the last moved first. */
    @Transactional(readOnly = true)
    public List<RepresentativeView> page(Collection<RepresentativeStatus> statuses, int number, int size) {
        Actor.current().require(Right.REPRESENTATIVE_READ);
        return representatives.findByStatusInOrderBySinceDescIdDesc(statuses, PageRequest.of(number, size)).stream()
                .map(Representative::view)
                .toList();
    }

    @Transactional(readOnly = true)
    public int count(Collection<RepresentativeStatus> statuses) {
        Actor.current().require(Right.REPRESENTATIVE_READ);
        return representatives.countByStatusIn(statuses);
    }

    /** One's own claims, the latest first. */
    @Transactional(readOnly = true)
    public List<RepresentativeView> own() {
        return representatives
                .findByPersonIdOrderByClaimedAtDescIdDesc(Actor.current().person())
                .stream()
                .map(Representative::view)
                .toList();
    }

    /** Who else acts, or wants to act, for the enterprises that one signs for. */
    @Transactional(readOnly = true)
    public List<RepresentativeView> besideOneself() {
        Actor actor = Actor.current();
        Set<UUID> signedFor = actor.unitsWith(Right.CLERK_CONFIRM);
        return signedFor.isEmpty()
                ? List.of()
                : representatives
                        .findByEnterpriseIdInAndStatusInOrderByCapacityDescSinceAscIdAsc(
                                signedFor,
                                EnumSet.of(RepresentativeStatus.CLAIMED, RepresentativeStatus.CONFIRMED),
                                MOST_OF_OWN)
                        .stream()
                        .map(Representative::view)
                        .filter(view -> !view.personId().equals(actor.personId()))
                        .toList();
    }

    @Transactional(readOnly = true)
    public RepresentativeView one(UUID id) {
        return representatives
                .findById(id)
                .map(Representative::view)
                .filter(view -> view.isVisibleTo(Actor.current()))
                .orElseThrow(() -> new NotFound("representative " + id));
    }

    /** Its moves, the latest first. */
    @Transactional(readOnly = true)
    public List<StepView> history(UUID id) {
        one(id);
        return steps.findByRepresentativeIdOrderByNumberDesc(id).stream()
                .map(RepresentativeStep::view)
                .toList();
    }

    /** Since when the claim waits that waits longest; null where none does. */
    @Transactional(readOnly = true)
    public @Nullable Instant waitingSince() {
        Actor.current().require(Right.REPRESENTATIVE_READ);
        return representatives.waitingSince();
    }
}
