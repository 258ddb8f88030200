package fledge.ui;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as they are typed into forms: full-width digits and marks count as their plain ones, thousands may be grouped. */
public final class TypedNumber {

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d{1,3}(,\\d{3}){1,4}|\\d{1,15})(\\.\\d{1,6})?");
    private static final Pattern SPACE = Pattern.compile("\\s");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");

    private TypedNumber() {}

    /** Whether nothing was typed. */
    public static boolean isBlank(@Nullable String typed) {
        return plain(typed).isEmpty();
    }

    /** The number, of at most fifteen digits and six decimals; empty where it is none. */
    public static Optional<BigDecimal> read(@Nullable String typed) {
        String text = plain(typed);
        return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text.replace(",", ""))) : Optional.empty();
    }

    /** A year, a number of days, a version: nine digits without a sign; empty where it is none. */
    public static Optional<Integer> whole(@Nullable String typed) {
        String text = plain(typed);
        return WHOLE.matcher(text).matches() ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private static String plain(@Nullable String typed) {
        return typed == null
                ? ""
                : SPACE.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC)
                                .replace('，', ','))
                        .replaceAll("");
    }
}
