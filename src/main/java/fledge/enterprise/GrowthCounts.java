package fledge.enterprise;

import fledge.access.Actor;
import fledge.access.Right;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts the steps of growth that stand, with the names behind the number. */
@Service
public class GrowthCounts {

    private final EnterpriseTally tally;
    private final GrowthEventRepository growth;

    GrowthCounts(EnterpriseTally tally, GrowthEventRepository growth) {
        this.tally = tally;
        this.growth = growth;
    }

    /** Both months included, as far as there are steps of one. */
    @Transactional(readOnly = true)
    public List<GrowthMonth> months(Set<GrowthKind> kinds, YearMonth from, YearMonth to) {
        Actor.current().require(Right.ENTERPRISE_LOOK_UP);
        return tally.months(kinds, from, to);
    }

    /** So many names from a place on, counted from 0; the last step first. */
    @Transactional(readOnly = true)
    public List<GrowthName> names(GrowthKind kind, LocalDate from, LocalDate to, int offset, int rows) {
        Actor.current().require(Right.ENTERPRISE_LOOK_UP);
        return growth.names(kind, from, to, offset, rows);
    }
}
