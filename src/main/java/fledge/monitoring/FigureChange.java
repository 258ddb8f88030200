package fledge.monitoring;

import fledge.kernel.Period;
import fledge.programme.rules.Item;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Figures that may come to be others: cells of one return.
 *
 * @param versionId the signed version that holds them; absent where nothing was reported
 * @param countedSince since when they count; absent where they do not
 */
public record FigureChange(
        UUID returnId,
        UUID programmeId,
        UUID unitId,
        Period period,
        @Nullable UUID versionId,
        @Nullable Instant countedSince,
        List<Cell> cells) {

    /** An indicator's item. */
    public record Cell(UUID indicatorId, Item item) {}
}
