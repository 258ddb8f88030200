package fledge.monitoring;

import fledge.kernel.Quarter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that used figures: a total, a result, a frozen rating, and in time a release or an award.
 *
 * @param kind the message key of what it is
 * @param quarter the quarter it speaks of
 * @param objectId the row that holds it, if it was kept
 * @param label what it is known by beyond its kind, indicator and quarter; may be empty
 * @param path the page it stands on
 */
public record FigureUse(
        String kind,
        @Nullable UUID indicatorId,
        @Nullable Quarter quarter,
        @Nullable UUID objectId,
        String label,
        String path) {}
