package fledge.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a day as people write it: {@code 2026-09-30}, {@code 2026.9.30}, {@code 2026/9/30}, {@code 2026年9月30日}, {@code 20260930}. */
public final class DayEntry {

    private static final Pattern PARTED = Pattern.compile("(\\d{4})[-./年](\\d{1,2})[-./月](\\d{1,2})日?");
    private static final Pattern RUN_TOGETHER = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

    private DayEntry() {}

    /** Empty for what is not a day. */
    public static Optional<LocalDate> read(String typed) {
        String plain = halfWidth(typed.strip());
        for (Pattern pattern : new Pattern[] {PARTED, RUN_TOGETHER}) {
            Matcher matcher = pattern.matcher(plain);
            if (matcher.matches()) {
                return day(matcher);
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> day(Matcher matcher) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(matcher.group(1)),
                    Integer.parseInt(matcher.group(2)),
                    Integer.parseInt(matcher.group(3))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Digits and signs typed with a Chinese input method. */
    private static String halfWidth(String typed) {
        var plain = new StringBuilder(typed.length());
        typed.chars().forEach(c -> plain.append((char) (c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c == '。' ? '.' : c)));
        return plain.toString();
    }
}
