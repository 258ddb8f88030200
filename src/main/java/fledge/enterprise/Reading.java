package fledge.enterprise;

import fledge.kernel.DayEntry;
import fledge.kernel.FieldName;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.ui.TypedNumber;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what was typed into the fields of a form or the cells of a row; what cannot be read is collected, so that all of it is said at once. */
public final class Reading {

    /** The id of nothing, which the rules refuse at the field. */
    static final UUID NOBODY = new UUID(0, 0);

    private static final BigDecimal FEN_OF_WAN = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);

    private final List<Reason> reasons = new ArrayList<>();

    public static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    /** A day that must be given. */
    public LocalDate day(String field, @Nullable String typed) {
        return DayEntry.read(text(typed)).orElseGet(() -> refused(field, "enterprise.refused.day", LocalDate.EPOCH));
    }

    /** A day that may stay empty. */
    public @Nullable LocalDate dayIfAny(String field, @Nullable String typed) {
        return text(typed).isBlank() ? null : day(field, typed);
    }

    public int year(String field, @Nullable String typed) {
        return TypedNumber.whole(typed).orElseGet(() -> refused(field, "enterprise.refused.whole", 0));
    }

    public @Nullable Long whole(String field, @Nullable String typed) {
        if (TypedNumber.isBlank(typed)) {
            return null;
        }
        Optional<BigDecimal> number = TypedNumber.read(typed);
        return number.isPresent() && number.get().stripTrailingZeros().scale() <= 0
                ? within(field, number.get())
                : refused(field, "enterprise.refused.whole", 0L);
    }

    /** Typed in 万元, to fen; a number has at most six decimals, so nothing is rounded. */
    public @Nullable Long money(String field, @Nullable String typed) {
        if (TypedNumber.isBlank(typed)) {
            return null;
        }
        return TypedNumber.read(typed)
                .map(number -> within(field, number.multiply(FEN_OF_WAN)))
                .orElseGet(() -> refused(field, "enterprise.refused.number", 0L));
    }

    private Long within(String field, BigDecimal number) {
        if (number.abs().compareTo(MOST.multiply(FEN_OF_WAN)) > 0) {
            reasons.add(Reason.on(field, "enterprise.refused.out-of-range"));
            return 0L;
        }
        return number.longValueExact();
    }

    /** An id; what is none names nobody, which the service refuses at the field. */
    public static UUID id(@Nullable String typed) {
        try {
            return UUID.fromString(text(typed));
        } catch (IllegalArgumentException e) {
            return NOBODY;
        }
    }

    /** One of several, by its name. */
    public <E extends Enum<E>> E choice(String field, @Nullable String typed, Class<E> of) {
        return named(typed, of).orElseGet(() -> refused(field, "enterprise.refused.choose", of.getEnumConstants()[0]));
    }

    public static <E extends Enum<E>> Optional<E> named(@Nullable String typed, Class<E> of) {
        return Arrays.stream(of.getEnumConstants())
                .filter(constant -> constant.name().equals(typed))
                .findFirst();
    }

    List<Reason> reasons() {
        return reasons;
    }

    public void refuse() {
        RuleRefused.ifAny(reasons);
    }

    private <T> T refused(String field, String key, T instead) {
        reasons.add(Reason.on(field, key, new FieldName("enterprise.field." + field)));
        return instead;
    }
}
