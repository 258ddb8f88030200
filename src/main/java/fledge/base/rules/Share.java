package fledge.base.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How much of a whole a part is.
 *
 * <p>Share = part / whole × 100 %, half up to two decimals. Unknown where either is unknown, and where the whole is nothing. It may
 * be more than 100 %, which then is a question to whoever wrote the two numbers.
 *
 * <p>Clause: seed 000 (Jiangmen), which prints what was invested beside what is planned. Example: 0.62 of 0.86 亿元 are 72.09 %.
 */
public final class Share {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DECIMALS = 2;

    private Share() {}

    public static @Nullable BigDecimal percent(@Nullable BigDecimal part, @Nullable BigDecimal whole) {
        return part == null || whole == null || whole.signum() == 0
                ? null
                : part.multiply(HUNDRED).divide(whole, DECIMALS, RoundingMode.HALF_UP);
    }
}
