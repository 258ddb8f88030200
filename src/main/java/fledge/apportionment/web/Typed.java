package fledge.apportionment.web;

import fledge.kernel.Measure;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.ui.TypedNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads numbers and choices as typed, and says of all that is not understood what to type instead. */
final class Typed {

    private final List<Reason> reasons = new ArrayList<>();

    /** A number in a measure as its value in base units; nothing typed is no number. */
    @Nullable
    BigDecimal number(String field, @Nullable String typed, Measure measure) {
        if (TypedNumber.isBlank(typed)) {
            return null;
        }
        BigDecimal number = TypedNumber.read(typed).orElse(null);
        if (number == null) {
            refuse(field, "apportionment.refused.number");
            return null;
        }
        return measure.toBase(number);
    }

    /** The version a form carries; what is none never fits. */
    static int version(@Nullable String typed) {
        return TypedNumber.whole(typed).orElse(-1);
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
}
