package fledge.programme;

import fledge.programme.rules.Goal;
import fledge.programme.rules.Operator;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A target to be set: its year, if one is printed, and its value in the base unit of the indicator's measure. */
public record NewTarget(
        @Nullable Integer year,
        Operator operator,
        @Nullable BigDecimal value,
        @Nullable BigDecimal upper,
        FigureStatus status,
        @Nullable String missingReason,
        boolean finalTarget,
        @Nullable String source) {

    /** The target of the whole programme. */
    public static NewTarget finalOf(Goal goal, FigureStatus status, @Nullable String source) {
        return new NewTarget(goal.year(), goal.operator(), goal.value(), goal.upper(), status, null, true, source);
    }

    /** A target whose number is lost or was not printed. */
    public static NewTarget missing(@Nullable Integer year, Operator operator, String reason) {
        return new NewTarget(year, operator, null, null, FigureStatus.MISSING, reason, true, null);
    }
}
