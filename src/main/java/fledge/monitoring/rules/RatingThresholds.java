package fledge.monitoring.rules;

import java.math.BigDecimal;

/** From how many percentage points behind pace the light is yellow, and beyond how many it is red. */
public record RatingThresholds(BigDecimal yellowFrom, BigDecimal redBeyond) {

    /** Yellow from 10 points, red beyond 30. */
    public static final RatingThresholds USUAL = new RatingThresholds(BigDecimal.valueOf(10), BigDecimal.valueOf(30));

    public RatingThresholds {
        if (yellowFrom.signum() < 0 || redBeyond.compareTo(yellowFrom) < 0) {
            throw new IllegalArgumentException("Yellow begins at 0 or more, and red not before yellow");
        }
    }
}
