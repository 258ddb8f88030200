package fledge.programme.rules;

import fledge.kernel.Labelled;
import fledge.kernel.Reason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a year's share of a target is to be reached over its quarters (序时进度): how many percent of it after each.
 *
 * <p>Linear (按时间平均): 25, 50, 75, 100. By last year (按上年进度): after quarter n, Σ of last year's quarters 1 to n / Σ of all four
 * × 100, cut off after 30 decimals; without four figures of last year on the same basis, or where they add up to nothing, linear.
 * By hand (自定): as written, rising, 100 after the fourth. Example: last year's 10, 20, 30, 40 give 10, 30, 60, 100.
 */
public record PaceProfile(
        Kind kind,
        @Nullable BigDecimal first,
        @Nullable BigDecimal second,
        @Nullable BigDecimal third) {

    /** Where the shape of a year comes from. */
    public enum Kind implements Labelled {
        LINEAR,
        LAST_YEAR,
        BY_HAND;

        @Override
        public String labelKey() {
            return "programme.pace." + name();
        }
    }

    public static final PaceProfile LINEAR = new PaceProfile(Kind.LINEAR, null, null, null);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** A year's course: the percent of its share reached after each quarter, and where that comes from in truth. */
    public record Shape(Kind kind, List<BigDecimal> after) {

        public static final Shape EVEN = new Shape(
                Kind.LINEAR, List.of(BigDecimal.valueOf(25), BigDecimal.valueOf(50), BigDecimal.valueOf(75), HUNDRED));

        public Shape {
            after = List.copyOf(after);
        }

        /** After quarter 1 to 4. */
        public BigDecimal after(int quarter) {
            return after.get(quarter - 1);
        }
    }

    /** What is wrong with a profile that is to be saved: by hand it needs three percentages that rise from 0 to 100. */
    public List<Reason> refusals() {
        List<Reason> reasons = new ArrayList<>();
        List<@Nullable BigDecimal> typed = new ArrayList<>();
        typed.add(first);
        typed.add(second);
        typed.add(third);
        BigDecimal before = BigDecimal.ZERO;
        for (int at = 0; at < typed.size(); at++) {
            BigDecimal percent = typed.get(at);
            String field = "paceQ" + (at + 1);
            if (kind != Kind.BY_HAND) {
                if (percent != null) {
                    reasons.add(Reason.on(field, "programme.pace.onlyByHand"));
                }
            } else if (percent == null || percent.compareTo(before) < 0 || percent.compareTo(HUNDRED) > 0) {
                reasons.add(Reason.on(field, "programme.pace.rises"));
            } else {
                before = percent;
            }
        }
        return reasons;
    }

    /** The course of a year, given last year's four quarters if they are known. */
    public Shape shape(List<BigDecimal> lastYear) {
        return switch (kind) {
            case LINEAR -> Shape.EVEN;
            case BY_HAND ->
                first == null || second == null || third == null
                        ? Shape.EVEN
                        : new Shape(Kind.BY_HAND, List.of(first, second, third, HUNDRED));
            case LAST_YEAR -> asLastYear(lastYear);
        };
    }

    private static Shape asLastYear(List<BigDecimal> lastYear) {
        BigDecimal whole = lastYear.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (lastYear.size() != 4
                || whole.signum() <= 0
                || lastYear.stream().anyMatch(quarter -> quarter.signum() < 0)) {
            return Shape.EVEN;
        }
        List<BigDecimal> after = new ArrayList<>();
        BigDecimal soFar = BigDecimal.ZERO;
        for (BigDecimal quarter : lastYear) {
            soFar = soFar.add(quarter);
            after.add(soFar.multiply(HUNDRED).divide(whole, 30, RoundingMode.DOWN));
        }
        return new Shape(Kind.LAST_YEAR, after);
    }
}
