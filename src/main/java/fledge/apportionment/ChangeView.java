package fledge.apportionment;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an amendment changes: the line as it was, and the number to come. */
public record ChangeView(
        UUID amendmentId,
        LineView line,
        BigDecimal value,
        @Nullable BigDecimal denominator) {}
