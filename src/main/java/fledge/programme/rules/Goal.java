package fledge.programme.rules;

import fledge.kernel.Reason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be reached by the end of a year (目标值): the value (of a range the lower end) in base units.
 *
 * <p>A goal whose number is lost has no value; an indicator without a goal has no {@code Goal} at all.
 */
public record Goal(
        Operator operator,
        @Nullable BigDecimal value,
        @Nullable BigDecimal upper,
        int year) {

    public Goal(Operator operator, @Nullable BigDecimal value, int year) {
        this(operator, value, null, year);
    }

    /** Whether there are numbers to compare with. */
    public boolean isAvailable() {
        return value != null && (operator != Operator.RANGE || upper != null);
    }

    /** What is wrong with a goal that is to be saved: a range needs two ends in order; only a range has an upper one. */
    public List<Reason> refusals() {
        List<Reason> reasons = new ArrayList<>();
        if (operator != Operator.RANGE && upper != null) {
            reasons.add(Reason.on("upper", "programme.goal.upperWithoutRange"));
        }
        if (operator == Operator.RANGE && (value == null) != (upper == null)) {
            reasons.add(Reason.on(value == null ? "value" : "upper", "programme.goal.rangeNeedsBothEnds"));
        }
        if (value != null && upper != null && value.compareTo(upper) > 0) {
            reasons.add(Reason.on("upper", "programme.goal.rangeReversed"));
        }
        if (operator == Operator.QUALITATIVE && value != null) {
            reasons.add(Reason.on("value", "programme.goal.qualitativeHasNoNumber"));
        }
        return reasons;
    }
}
