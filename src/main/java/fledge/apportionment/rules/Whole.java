package fledge.apportionment.rules;

import fledge.programme.rules.Operator;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the parts of a split must come to: those of one year, or, where years add up, of all years up to and including it.
 *
 * <p>Example: 10 % and 20 % of 186,000 new jobs are wholes of 18,600 up to the first year and 37,200 up to the second.
 */
public record Whole(
        int year,
        boolean cumulative,
        Operator operator,
        BigDecimal target,
        @Nullable BigDecimal upper) {

    /** Whether a part of that year belongs to it. */
    public boolean covers(int partOf) {
        return partOf == year || (cumulative && partOf < year);
    }

    /** Whether more than the target is stricter, and so may stand (不低于, 超过). */
    public boolean isFloor() {
        return operator == Operator.AT_LEAST || operator == Operator.MORE_THAN;
    }

    /**
     * What each year has to carry: of cumulative wholes the increase over the whole before, in equal steps over the years
     * between. Example: 16, 33, 50 cumulative are 16, 17, 17 a year.
     */
    public static Map<Integer, BigDecimal> yearly(List<Whole> wholes, List<Integer> years, BigDecimal step) {
        Map<Integer, BigDecimal> amounts = new TreeMap<>();
        BigDecimal given = BigDecimal.ZERO;
        int from = Integer.MIN_VALUE;
        for (Whole whole : wholes) {
            int after = from;
            List<Integer> covered = years.stream()
                    .filter(year -> whole.covers(year) && (!whole.cumulative() || year > after))
                    .toList();
            BigDecimal amount = whole.cumulative() ? whole.target().subtract(given) : whole.target();
            List<BigDecimal> shares = covered.isEmpty()
                    ? List.of()
                    : Apportionment.equal(amount.max(BigDecimal.ZERO), covered.size(), step);
            for (int at = 0; at < covered.size(); at++) {
                amounts.put(covered.get(at), shares.get(at));
            }
            given = whole.target();
            from = whole.year();
        }
        return amounts;
    }
}
