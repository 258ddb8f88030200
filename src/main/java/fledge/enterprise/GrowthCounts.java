package fledge.enterprise;

import fledge.access.Actor;
import fledge.access.Right;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts the steps of growth that stand, with the names behind the number. */
@Service
public class GrowthCounts {

    private final GrowthEventRepository growth;

    GrowthCounts(GrowthEventRepository growth) {
        this.growth = growth;
    }

    /** Both days included. */
    @Transactional(readOnly = true)
    public List<GrowthMonth> months(Set<GrowthKind> kinds, LocalDate from, LocalDate to) {
        Actor.current().require(Right.ENTERPRISE_LOOK_UP);
        return growth.months(kinds, from, to);
    }

    /** So many names from a place on, counted from 0; the last step first. */
    @Transactional(readOnly = true)
    public List<GrowthName> names(GrowthKind kind, LocalDate from, LocalDate to, int offset, int rows) {
        Actor.current().require(Right.ENTERPRISE_LOOK_UP);
        return growth.names(kind, from, to, offset, rows);
    }
}
