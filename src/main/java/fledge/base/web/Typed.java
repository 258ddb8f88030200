package fledge.base.web;

import fledge.base.InputReason;
import fledge.base.Source;
import fledge.kernel.DayEntry;
import fledge.kernel.Month;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.ui.TypedNumber;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one form, and gathers what cannot be read; {@link #refuse} says all of it at once. */
final class Typed {

    private static final Pattern MONTH = Pattern.compile("((?:19|20|21)\\d{2})[-./年]?(0?[1-9]|1[0-2])月?");
    private static final int FIRST_YEAR = 1949;
    private static final int LAST_YEAR = 2200;

    private final List<Reason> reasons = new ArrayList<>();

    static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }

    /** A text that has to be there. */
    String given(String field, @Nullable String typed, String key) {
        String given = text(typed);
        if (given.isEmpty()) {
            reasons.add(Reason.on(field, key));
        }
        return given;
    }

    static @Nullable UUID id(@Nullable String typed) {
        try {
            return UUID.fromString(text(typed));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The constant of that name; null for anything else. */
    static <E extends Enum<E>> @Nullable E constant(@Nullable String typed, Class<E> choices) {
        return Arrays.stream(choices.getEnumConstants())
                .filter(choice -> choice.name().equals(text(typed)))
                .findFirst()
                .orElse(null);
    }

    /** The id of what may be left open; what is no id is refused. */
    @Nullable
    UUID optionalId(String field, @Nullable String typed) {
        UUID id = id(typed);
        if (id == null && !text(typed).isEmpty()) {
            reasons.add(InputReason.on(field, "base.refused.choose"));
        }
        return id;
    }

    /** What has to be chosen; the first constant stands in for it until the refusal. */
    <E extends Enum<E>> E choice(String field, @Nullable String typed, Class<E> choices) {
        E chosen = constant(typed, choices);
        if (chosen == null) {
            reasons.add(InputReason.on(field, "base.refused.choose"));
        }
        return chosen == null ? choices.getEnumConstants()[0] : chosen;
    }

    /** What may be left open; what is none of the choices is refused. */
    <E extends Enum<E>> @Nullable E optionalChoice(String field, @Nullable String typed, Class<E> choices) {
        return text(typed).isEmpty() ? null : choice(field, typed, choices);
    }

    /** A number, or nothing. */
    @Nullable
    BigDecimal optionalNumber(String field, @Nullable String typed) {
        return TypedNumber.isBlank(typed) ? null : number(field, typed);
    }

    /** A number that has to be there; zero stands in for it until the refusal. */
    BigDecimal number(String field, @Nullable String typed) {
        return TypedNumber.read(typed).orElseGet(() -> {
            reasons.add(InputReason.on(field, "base.refused.no-number"));
            return BigDecimal.ZERO;
        });
    }

    /** A whole number that has to be there; zero stands in for it until the refusal. */
    int whole(String field, @Nullable String typed) {
        return TypedNumber.whole(typed).orElseGet(() -> {
            reasons.add(InputReason.on(field, "base.refused.whole"));
            return 0;
        });
    }

    @Nullable
    Integer optionalYear(String field, @Nullable String typed) {
        if (text(typed).isEmpty()) {
            return null;
        }
        Integer year = TypedNumber.whole(typed)
                .filter(read -> read >= FIRST_YEAR && read <= LAST_YEAR)
                .orElse(null);
        if (year == null) {
            reasons.add(InputReason.on(field, "base.refused.year"));
        }
        return year;
    }

    /** A month as people write it: 2016-02, 2016年2月; the first one of the century stands in for it until the refusal. */
    Month month(String field, @Nullable String typed) {
        Matcher matcher = MONTH.matcher(text(typed));
        if (matcher.matches()) {
            return new Month(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        }
        reasons.add(InputReason.on(field, "base.refused.month"));
        return new Month(2000, 1);
    }

    /** A day that has to be there; the first one of the century stands in for it until the refusal. */
    LocalDate day(String field, @Nullable String typed) {
        return DayEntry.read(text(typed))
                .filter(read -> read.getYear() >= FIRST_YEAR && read.getYear() <= LAST_YEAR)
                .orElseGet(() -> {
                    reasons.add(InputReason.on(field, "base.refused.day"));
                    return LocalDate.of(2000, 1, 1);
                });
    }

    Source source(@Nullable String document, @Nullable String line, @Nullable String quote) {
        Integer number = null;
        if (!text(line).isEmpty()) {
            number = TypedNumber.whole(line).filter(read -> read > 0).orElse(null);
            if (number == null) {
                reasons.add(Reason.on("line", "base.refused.line"));
            }
        }
        return new Source(text(document), number, text(quote));
    }

    /** Refuses the form if anything in it could not be read. */
    <T> T refuse(T read) {
        RuleRefused.ifAny(reasons);
        return read;
    }
}
