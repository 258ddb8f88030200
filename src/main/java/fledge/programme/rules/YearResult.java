package fledge.programme.rules;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One year of an indicator whose years are judged alone. */
public record YearResult(
        int year,
        @Nullable BigDecimal measured,
        @Nullable BigDecimal completion,
        Verdict verdict,
        @Nullable Obstacle obstacle) {}
