package fledge.programme;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a reported value is checked against: its range in base units, the change that asks for words, and whether it may fall. */
public record Bounds(
        @Nullable BigDecimal lower,
        @Nullable BigDecimal upper,
        @Nullable BigDecimal changeBoundPercent,
        boolean mayFall) {

    /** Nothing below zero, and an explanation for a change beyond half. */
    public static final Bounds USUAL = new Bounds(BigDecimal.ZERO, null, BigDecimal.valueOf(50), true);
}
