package fledge.apportionment;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.access.Right;
import fledge.programme.IndicatorView;
import fledge.programme.ProgrammeService;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Finds target sets and what is in them for whoever may; everything that changes one locks the set first. */
@Component
class TargetSets {

    private final TargetSetRepository sets;
    private final TargetLineRepository lines;
    private final ProgrammeService programmes;

    TargetSets(TargetSetRepository sets, TargetLineRepository lines, ProgrammeService programmes) {
        this.sets = sets;
        this.lines = lines;
        this.programmes = programmes;
    }

    /** For a reader: the planning side sees all, a unit those that concern it. */
    TargetSet read(UUID id) {
        TargetSet set = sets.findById(id).orElseThrow(() -> new NotFound("target set " + id));
        Actor actor = Actor.current();
        if (!actor.equals(Actor.SYSTEM) && !actor.may(Right.TARGET_READ) && !mayReadAsUnit(actor, set)) {
            throw new NotFound("target set " + id);
        }
        return set;
    }

    private static boolean mayReadAsUnit(Actor actor, TargetSet set) {
        return actor.may(Right.TARGET_OWN)
                && set.status() != TargetSetStatus.DRAFT
                && set.status() != TargetSetStatus.CANCELLED;
    }

    /** For a change by somebody who holds the right; the version is the one the form showed. */
    TargetSet change(UUID id, int version, Right right) {
        Actor.current().require(right);
        TargetSet set = lock(id);
        if (set.version() != version) {
            throw new ObjectOptimisticLockingFailureException(TargetSet.class, id);
        }
        return set;
    }

    TargetSet lock(UUID id) {
        return sets.lock(id).orElseThrow(() -> new NotFound("target set " + id));
    }

    Map<UUID, TargetSet> byId(Collection<UUID> ids) {
        Map<UUID, TargetSet> byId = new HashMap<>();
        sets.findAllById(ids).forEach(set -> byId.put(set.id(), set));
        return byId;
    }

    /** A line with its set locked. */
    record Held(TargetSet set, TargetLine line) {}

    /** The set is locked before the line is read, so that what the line says is what counts. */
    Held hold(UUID lineId, UUID setId) {
        TargetSet set = lock(setId);
        TargetLine line = lines.findById(lineId)
                .filter(found -> found.setId().equals(setId))
                .orElseThrow(() -> new NotFound("line " + lineId));
        return new Held(set, line);
    }

    Map<UUID, IndicatorView> indicators(UUID programmeId) {
        Map<UUID, IndicatorView> byId = new LinkedHashMap<>();
        programmes.indicators(programmeId).forEach(indicator -> byId.put(indicator.id(), indicator));
        return byId;
    }
}
