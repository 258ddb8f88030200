package fledge.monitoring;

import fledge.kernel.Reason;
import fledge.monitoring.rules.Finding;
import fledge.programme.IndicatorView;
import fledge.programme.rules.Item;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of something typed into a cell. */
public sealed interface CellResult {

    /** Kept: the content as understood, its new edition, what the checks say about this cell, and how full the return is. */
    record Saved(
            IndicatorView indicator,
            Item item,
            LineContent content,
            int edition,
            Instant at,
            List<Finding> findings,
            @Nullable BigDecimal previous,
            @Nullable BigDecimal lastYear,
            long filled,
            int cells)
            implements CellResult {}

    /** Not understood; nothing was changed. */
    record Refused(IndicatorView indicator, Reason reason) implements CellResult {}

    /** Somebody else wrote the cell meanwhile; both contents are handed back to choose from. */
    record Conflict(
            IndicatorView indicator,
            Item item,
            LineContent theirs,
            int edition,
            @Nullable UUID by,
            @Nullable Instant at)
            implements CellResult {}
}
