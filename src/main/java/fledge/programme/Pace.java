package fledge.programme;

import fledge.programme.rules.PaceProfile;
import java.math.BigDecimal;

/** How a target is to be reached over a year, and how many points behind that turn the light yellow, and how many red. */
public record Pace(PaceProfile profile, BigDecimal yellowFrom, BigDecimal redFrom) {

    public static final Pace USUAL = new Pace(BigDecimal.TEN, BigDecimal.valueOf(30));

    /** Evenly over time. */
    public Pace(BigDecimal yellowFrom, BigDecimal redFrom) {
        this(PaceProfile.LINEAR, yellowFrom, redFrom);
    }
}
