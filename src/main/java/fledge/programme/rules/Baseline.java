package fledge.programme.rules;

import fledge.kernel.Reason;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The base period's figure (基期, 基数) in base units; what the document does not print stays absent. */
public record Baseline(@Nullable Integer year, @Nullable BigDecimal value) {

    /** The indicator has no base period, or the document prints none. */
    public static final Baseline NONE = new Baseline(null, null);

    /**
     * What is wrong with a baseline that is to be saved: a formula that divides by it needs it greater than zero.
     * An absent value is accepted, since documents leave it out.
     *
     * <p>Example: growth with a base value of 0 is refused.
     */
    public static List<Reason> refusals(Comparison comparison, @Nullable BigDecimal value) {
        return comparison.dividesByBaseline() && value != null && value.signum() <= 0
                ? List.of(Reason.on("baselineValue", "programme.baseline.notPositive"))
                : List.of();
    }
}
