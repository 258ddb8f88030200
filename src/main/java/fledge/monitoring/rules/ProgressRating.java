package fledge.monitoring.rules;

import fledge.kernel.Reason;
import fledge.programme.rules.Direction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The light of an indicator: its completion against the pace of time (序时进度), in percentage points.
 *
 * <p>Points behind = expected − completion; where less is better, completion − expected. Done, ahead, at pace or less than
 * 10 points behind is green (up to there 基本同步); from 10 up to and including 30 yellow; beyond 30 red; grey without
 * completion or pace. Compared unrounded, shown with one decimal half up. Example: 45.2 % where 50 % is expected is 4.8 points
 * behind, green.
 *
 * @param light what to show
 * @param pointsBehind negative when ahead; absent when grey
 * @param atLeastDone whether the whole goal is reached already
 */
public record ProgressRating(Light light, @Nullable BigDecimal pointsBehind, boolean atLeastDone) {

    /** The version a frozen light names. */
    public static final String VERSION = "rating-2";

    private static final BigDecimal DONE = BigDecimal.valueOf(100);

    /** Rates a completion, in percent of the goal, against the percent expected by now. */
    public static ProgressRating of(
            @Nullable BigDecimal completion,
            @Nullable BigDecimal expected,
            Direction direction,
            RatingThresholds thresholds) {
        if (completion == null || expected == null) {
            return new ProgressRating(Light.GREY, null, false);
        }
        boolean higher = direction == Direction.HIGHER;
        BigDecimal behind = higher ? expected.subtract(completion) : completion.subtract(expected);
        boolean done = higher && completion.compareTo(DONE) >= 0;
        Light light = done || behind.compareTo(thresholds.yellowFrom()) < 0
                ? Light.GREEN
                : behind.compareTo(thresholds.redBeyond()) <= 0 ? Light.YELLOW : Light.RED;
        return new ProgressRating(light, behind, done);
    }

    /** The words beside the light. */
    public Reason words() {
        if (pointsBehind == null) {
            return Reason.of("monitoring.rating.none");
        }
        if (atLeastDone) {
            return Reason.of("monitoring.rating.done");
        }
        BigDecimal points = pointsBehind.abs().setScale(1, RoundingMode.HALF_UP);
        if (points.signum() == 0) {
            return Reason.of("monitoring.rating.onPace");
        }
        String key = pointsBehind.signum() < 0 ? "ahead" : light == Light.GREEN ? "nearPace" : "behind";
        return Reason.of("monitoring.rating." + key, points);
    }
}
