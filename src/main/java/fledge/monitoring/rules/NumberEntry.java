package fledge.monitoring.rules;

import fledge.kernel.Measure;
import fledge.kernel.Reason;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Understands a number as officials type it, or says why not.
 *
 * <p>Full-width digits and marks, thousands separators (comma or space), a leading ￥ and a closing scale and unit are
 * understood. A number alone is in the cell's measure; with a scale (万, 亿) or a unit it is what it says. Value in base
 * unit = number × scale; exact, never rounded. Refused: what is no number, groups of other than three digits, a unit that
 * is not the cell's, ￥ without a unit in a cell of 万元 or 亿元, half an enterprise, more than {@value #MAX_DECIMALS}
 * decimals or more than 10^18 in base units, and a negative where none can be.
 *
 * <p>Example: "1.2亿" in a cell of 万元 is 12,000 万元, stored as 120,000,000 元.
 */
public final class NumberEntry {

    /** Decimals a value in base units may have. */
    public static final int MAX_DECIMALS = 6;

    private static final int MAX_LENGTH = 60;
    private static final BigDecimal LIMIT = BigDecimal.TEN.pow(18);

    private static final Pattern SHAPE = Pattern.compile("(?<sign>[+-]?) ?(?<yen>¥?) ?(?<number>[0-9., ]*[0-9]) ?"
            + "(?<scale>万亿|千万|百万|亿|万|千)? ?(?<unit>[^0-9.,+\\-¥ ]*)");
    private static final Pattern PLAIN = Pattern.compile("([0-9]*)(\\.[0-9]+)?");
    private static final Pattern GROUPED =
            Pattern.compile("[0-9]{1,3}(,[0-9]{3}(?:,[0-9]{3})*|(?: [0-9]{3})+)(\\.[0-9]+)?");
    private static final Pattern DIGITS_IN_GROUPS = Pattern.compile("[0-9][0-9, ]*(\\.[0-9]+)?");

    private static final Map<String, Integer> SCALES = Map.of("千", 3, "万", 4, "百万", 6, "千万", 7, "亿", 8, "万亿", 12);

    private NumberEntry() {}

    /** Reads what was typed into a cell of that numeric measure. */
    public static Entry read(@Nullable String typed, Measure measure, boolean mayBeNegative) {
        if (!measure.isNumeric()) {
            throw new IllegalArgumentException("No number is entered in " + measure);
        }
        String text = typed == null ? "" : plain(typed);
        if (text.isEmpty()) {
            return new Entry.Blank();
        }
        Matcher shape = SHAPE.matcher(text);
        if (text.length() > MAX_LENGTH || !shape.matches()) {
            return refused("notANumber");
        }
        String digits = shape.group("number");
        if (!PLAIN.matcher(digits).matches() && !GROUPED.matcher(digits).matches()) {
            return refused(DIGITS_IN_GROUPS.matcher(digits).matches() ? "grouping" : "notANumber");
        }
        String scale = shape.group("scale");
        String unit = shape.group("unit");
        boolean yen = !shape.group("yen").isEmpty();
        if (!UnitWords.fits(unit, measure)
                || (scale != null && !UnitWords.scales(measure))
                || (yen && !measure.isMoney())) {
            return refused("unitMismatch", measure);
        }
        boolean unitGiven = scale != null || !unit.isEmpty();
        if (yen && !unitGiven && measure != Measure.CNY_YUAN) {
            return refused("yuanAmbiguous", measure);
        }
        BigDecimal number = new BigDecimal(shape.group("sign") + digits.replaceAll("[, ]", ""));
        BigDecimal base = unitGiven
                ? number.scaleByPowerOfTen(scale == null ? 0 : SCALES.getOrDefault(scale, 0))
                : measure.toBase(number);
        return checked(base, measure, mayBeNegative);
    }

    private static Entry checked(BigDecimal base, Measure measure, boolean mayBeNegative) {
        int decimals = Math.max(0, base.stripTrailingZeros().scale());
        if (measure.isWhole() && decimals > 0) {
            return refused("notWhole", measure);
        }
        if (decimals > MAX_DECIMALS) {
            return refused("tooManyDecimals", MAX_DECIMALS);
        }
        if (base.abs().compareTo(LIMIT) > 0) {
            return refused("tooLarge");
        }
        if (base.signum() < 0 && !mayBeNegative) {
            return refused("negative");
        }
        BigDecimal exact = base.setScale(decimals);
        BigDecimal shown = measure.fromBase(exact).stripTrailingZeros();
        return new Entry.Understood(exact, shown.setScale(Math.max(0, shown.scale())));
    }

    /** Full-width forms become ASCII, every kind of blank one space, the Chinese full stop a decimal point. */
    private static String plain(String typed) {
        StringBuilder text = new StringBuilder(typed.length());
        typed.codePoints()
                .map(c -> c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c)
                .forEach(c -> text.appendCodePoint(
                        switch (c) {
                            case 0xFFE5 -> 0xA5;
                            case 0x2212 -> '-';
                            case 0x3002 -> '.';
                            default -> Character.isSpaceChar(c) || Character.isWhitespace(c) ? ' ' : c;
                        }));
        return text.toString().strip().replaceAll(" +", " ");
    }

    private static Entry refused(String why, Serializable... args) {
        return new Entry.Refused(Reason.of("monitoring.entry." + why, args));
    }
}
