package fledge.sheets;

import java.math.BigDecimal;
import java.math.MathContext;

/** A number as a workbook stores it, in the digits that were typed. */
final class StoredNumber {

    /** The digits that Excel keeps of what is typed; the 16th and 17th are what binary makes of it. */
    private static final MathContext TYPED = new MathContext(15);

    private static final int DIGITS_OF_A_DOUBLE = 17;
    private static final int LARGEST_EXPONENT = 308;

    private StoredNumber() {}

    /**
     * Plain digits; 0.30000000000000004 is 0.3. What no workbook program stores (1e309, forty decimals) stays as it is, for
     * whoever reads numbers to refuse.
     */
    static String asTyped(String raw, boolean percent) {
        BigDecimal stored;
        try {
            stored = new BigDecimal(raw);
        } catch (NumberFormatException e) {
            return raw;
        }
        long magnitude = (long) stored.precision() - stored.scale();
        if (Math.abs(magnitude) > LARGEST_EXPONENT || stored.precision() > DIGITS_OF_A_DOUBLE + LARGEST_EXPONENT) {
            return raw;
        }
        boolean noisy = stored.precision() <= DIGITS_OF_A_DOUBLE;
        BigDecimal typed = (noisy ? stored.round(TYPED) : stored).stripTrailingZeros();
        BigDecimal shown = percent ? typed.scaleByPowerOfTen(2) : typed;
        return shown.setScale(Math.max(0, shown.scale())).toPlainString() + (percent ? "%" : "");
    }
}
