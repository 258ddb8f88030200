package fledge.monitoring;

import fledge.kernel.Quarter;
import fledge.monitoring.rules.CheckRule;
import fledge.monitoring.rules.FindingClass;
import fledge.programme.rules.Item;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a plausibility rule that is to be written down; numbers in base units.
 *
 * @param programmeId absent for every programme of the city
 * @param validFrom the first quarter it judges; absent from the beginning
 */
public record NewRule(
        String name,
        CheckRule kind,
        FindingClass findingClass,
        @Nullable UUID programmeId,
        @Nullable Cell subject,
        @Nullable Cell other,
        @Nullable Cell third,
        @Nullable BigDecimal threshold,
        @Nullable BigDecimal lower,
        @Nullable BigDecimal upper,
        int least,
        String message,
        @Nullable UUID ownerUnitId,
        @Nullable Quarter validFrom) {

    /** An indicator, and one item of it or all. */
    public record Cell(UUID indicatorId, @Nullable Item item) {}
}
