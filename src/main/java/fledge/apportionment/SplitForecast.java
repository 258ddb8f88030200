package fledge.apportionment;

import fledge.kernel.Reason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A split as it is and as it would be with other numbers in some of its lines, before any of them is written; what is refused
 * stands at the fields of the grid and stays out of {@code then}.
 */
public record SplitForecast(SplitView now, SplitView then, List<Reason> refused) {

    /** What a line would carry. */
    public record Numbers(
            @Nullable BigDecimal value, @Nullable BigDecimal denominator) {}

    /** The same split with the numbers that are meant for lines of it. */
    public static SplitForecast of(SplitView now, Map<UUID, Numbers> written) {
        SplitTerms terms = new SplitTerms(now.indicator());
        List<Reason> refused = new ArrayList<>();
        List<LineView> lines = new ArrayList<>();
        for (LineView line : now.lines()) {
            Numbers numbers = written.get(line.id());
            List<Reason> reasons =
                    numbers == null ? List.of() : terms.refusals(line, numbers.value(), numbers.denominator());
            refused.addAll(reasons);
            lines.add(
                    numbers == null || !reasons.isEmpty()
                            ? line
                            : line.carrying(numbers.value(), numbers.denominator()));
        }
        return new SplitForecast(now, now.with(lines, terms.balances(lines)), refused);
    }
}
