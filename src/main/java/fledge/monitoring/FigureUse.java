package fledge.monitoring;

import fledge.kernel.Period;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that used figures: a total, a result, a frozen rating, and in time a release or an award.
 *
 * @param kind the message key of what it is
 * @param period the quarter or month it speaks of
 * @param objectId the row that holds it, if it was kept
 * @param label what it is known by beyond its kind, indicator and period; may be empty
 * @param path the page it stands on
 */
public record FigureUse(
        String kind,
        @Nullable UUID indicatorId,
        @Nullable Period period,
        @Nullable UUID objectId,
        String label,
        String path) {}
