package fledge.programme;

import java.math.BigDecimal;

/** How many points behind the expected pace turn the light yellow, and how many red. */
public record Pace(BigDecimal yellowFrom, BigDecimal redFrom) {

    public static final Pace USUAL = new Pace(BigDecimal.TEN, BigDecimal.valueOf(30));
}
