package fledge.monitoring;

import fledge.kernel.Period;
import fledge.programme.rules.Item;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A figure that counts and is not final: when it should be, whether that day has passed, and the return it came from.
 *
 * @param locked whether only an amendment can bring the final value
 */
public record AwaitedFigure(
        UUID programmeId,
        UUID indicatorId,
        Item item,
        UUID unitId,
        Period period,
        @Nullable BigDecimal value,
        @Nullable String wording,
        Standing standing,
        LocalDate finalExpected,
        boolean overdue,
        UUID returnId,
        boolean locked) {}
