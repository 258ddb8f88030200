package fledge.base.rules;

import fledge.kernel.Reason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The light of what a base promised for a year: how far it is, against how much of the year is over.
 *
 * <p>Completion = reached / promised × 100 %; expected = days of the year that are over, the day itself included, / days of the year
 * × 100 %, and 100 % afterwards. Points behind = expected − completion. Reached (超过: more than promised), or less than 10 points
 * behind: green; from 10 up to and including 30: yellow; beyond 30: red. Grey before the year, without a year, without anything
 * reached to compare, and where nothing was promised. Compared unrounded; shown with one decimal, half up.
 *
 * <p>Clause: the thresholds are those of Yinchuan's notice on pace (红黄绿灯), as for indicators. Example: 60 enterprises promised for
 * 2026 and 47 in residence on 2026-11-22 are 78.3 % where 89.3 % is expected: 11.0 points behind, yellow.
 *
 * @param pointsBehind negative when ahead; absent when grey
 */
public record PromiseRating(Light light, @Nullable BigDecimal pointsBehind, Reason words) {

    /** What to show. */
    public enum Light {
        GREEN,
        YELLOW,
        RED,
        GREY
    }

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal YELLOW_FROM = BigDecimal.valueOf(10);
    private static final BigDecimal RED_BEYOND = BigDecimal.valueOf(30);
    private static final int EXACTLY = 20;

    /** Rates a promise as of a day; {@code more} where the promise is to have more than that number. */
    public static PromiseRating of(
            BigDecimal promised, boolean more, @Nullable Integer year, @Nullable BigDecimal reached, LocalDate on) {
        if (year == null || promised.signum() <= 0) {
            return grey("no-year");
        }
        if (on.getYear() < year) {
            return grey("not-yet");
        }
        if (reached == null) {
            return grey("nothing-known");
        }
        BigDecimal behind =
                expected(year, on).subtract(reached.multiply(HUNDRED).divide(promised, EXACTLY, RoundingMode.HALF_UP));
        if (more ? reached.compareTo(promised) > 0 : reached.compareTo(promised) >= 0) {
            return new PromiseRating(Light.GREEN, behind, Reason.of("base.promise.kept"));
        }
        Light light = behind.compareTo(YELLOW_FROM) < 0
                ? Light.GREEN
                : behind.compareTo(RED_BEYOND) <= 0 ? Light.YELLOW : Light.RED;
        return new PromiseRating(light, behind, words(behind));
    }

    /** How much of the year is over on a day that is not before it. */
    private static BigDecimal expected(int year, LocalDate on) {
        return on.getYear() > year
                ? HUNDRED
                : BigDecimal.valueOf(on.getDayOfYear())
                        .multiply(HUNDRED)
                        .divide(BigDecimal.valueOf(on.lengthOfYear()), EXACTLY, RoundingMode.HALF_UP);
    }

    private static Reason words(BigDecimal behind) {
        BigDecimal points = behind.abs().setScale(1, RoundingMode.HALF_UP);
        return points.signum() == 0
                ? Reason.of("base.promise.on-pace")
                : Reason.of(behind.signum() < 0 ? "base.promise.ahead" : "base.promise.behind", points.toPlainString());
    }

    private static PromiseRating grey(String why) {
        return new PromiseRating(Light.GREY, null, Reason.of("base.promise." + why));
    }
}
