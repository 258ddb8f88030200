package fledge.programme;

import fledge.programme.rules.Goal;
import fledge.programme.rules.Operator;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A target: of one year, or of the whole programme; values in the base unit of the indicator's measure. */
public record TargetView(
        UUID id,
        int version,
        @Nullable Integer year,
        Operator operator,
        @Nullable BigDecimal value,
        @Nullable BigDecimal upper,
        FigureStatus status,
        @Nullable String missingReason,
        boolean finalTarget,
        @Nullable String source) {

    public boolean isMissing() {
        return status == FigureStatus.MISSING;
    }

    /** As a goal of its own year, or else of the given one. */
    public Goal goal(int otherwise) {
        return new Goal(operator, value, upper, year == null ? otherwise : year);
    }
}
