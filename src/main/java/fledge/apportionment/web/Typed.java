package fledge.apportionment.web;

import fledge.kernel.Measure;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads numbers and choices as typed, and says of all that is not understood what to type instead. */
final class Typed {

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d{1,3}(,\\d{3})+|\\d{1,15})(\\.\\d{1,6})?");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");

    private final List<Reason> reasons = new ArrayList<>();

    /** A number in a measure as its value in base units; nothing typed is no number. */
    @Nullable
    BigDecimal number(String field, @Nullable String typed, Measure measure) {
        String text = plain(typed);
        if (text.isEmpty()) {
            return null;
        }
        if (!NUMBER.matcher(text).matches()) {
            refuse(field, "apportionment.refused.number");
            return null;
        }
        return measure.toBase(new BigDecimal(text.replace(",", "")));
    }

    /** The version a form carries; what is none never fits. */
    static int version(@Nullable String typed) {
        return whole(typed).orElse(-1);
    }

    static Optional<Integer> whole(@Nullable String typed) {
        String text = plain(typed);
        return WHOLE.matcher(text).matches() ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    static Optional<UUID> id(@Nullable String typed) {
        try {
            return typed == null || typed.length() > 36 ? Optional.empty() : Optional.of(UUID.fromString(typed));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static <E extends Enum<E>> Optional<E> choice(@Nullable String typed, Class<E> choices) {
        for (E choice : choices.getEnumConstants()) {
            if (choice.name().equals(typed)) {
                return Optional.of(choice);
            }
        }
        return Optional.empty();
    }

    void refuse(String field, String key) {
        reasons.add(Reason.on(field, key));
    }

    void end() {
        RuleRefused.ifAny(reasons);
    }

    /** Full-width digits and marks count as their plain ones. */
    private static String plain(@Nullable String typed) {
        return typed == null
                ? ""
                : Normalizer.normalize(typed, Normalizer.Form.NFKC)
                        .replace('，', ',')
                        .replaceAll("\\s", "");
    }
}
