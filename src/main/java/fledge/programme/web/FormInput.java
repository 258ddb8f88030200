package fledge.programme.web;

import fledge.kernel.FieldName;
import fledge.kernel.Measure;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.ui.TypedNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what was typed into a form, and says of everything that is not understood what to type instead. */
final class FormInput {

    private final String labels;
    private final List<Reason> reasons = new ArrayList<>();

    /** Fields are named by the message {@code labels.field}. */
    FormInput(String labels) {
        this.labels = labels;
    }

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    static @Nullable String textOrNull(@Nullable String typed) {
        String text = text(typed);
        return text.isEmpty() ? null : text;
    }

    @Nullable
    Integer whole(String field, @Nullable String typed) {
        if (TypedNumber.isBlank(typed)) {
            return null;
        }
        Integer number = TypedNumber.whole(typed).orElse(null);
        if (number == null) {
            refuse(field, "programme.check.wholeNumber");
        }
        return number;
    }

    int whole(String field, @Nullable String typed, int otherwise) {
        Integer number = whole(field, typed);
        return number == null ? otherwise : number;
    }

    /** A number in a measure, as its value in base units. */
    @Nullable
    BigDecimal number(String field, @Nullable String typed, Measure measure) {
        if (TypedNumber.isBlank(typed)) {
            return null;
        }
        BigDecimal number = TypedNumber.read(typed).orElse(null);
        if (number == null) {
            refuse(field, "programme.check.number");
            return null;
        }
        return measure.toBase(number);
    }

    /** A plain number. */
    @Nullable
    BigDecimal number(String field, @Nullable String typed) {
        return number(field, typed, Measure.COUNT);
    }

    <E extends Enum<E>> @Nullable E choice(String field, @Nullable String typed, Class<E> choices) {
        String text = text(typed);
        for (E choice : choices.getEnumConstants()) {
            if (choice.name().equals(text)) {
                return choice;
            }
        }
        if (!text.isEmpty()) {
            refuse(field, "programme.check.choose");
        }
        return null;
    }

    /** A choice that has to be made; the first constant stands in for it until the refusal. */
    <E extends Enum<E>> E required(String field, @Nullable String typed, Class<E> choices) {
        E chosen = choice(field, typed, choices);
        if (chosen == null) {
            refuse(field, "programme.check.choose");
            return choices.getEnumConstants()[0];
        }
        return chosen;
    }

    List<UUID> ids(String field, List<@Nullable String> typed) {
        List<UUID> ids = new ArrayList<>();
        for (String one : typed) {
            String text = text(one);
            if (!text.isEmpty()) {
                try {
                    ids.add(UUID.fromString(text));
                } catch (IllegalArgumentException e) {
                    refuse(field, "programme.check.choose");
                }
            }
        }
        return ids;
    }

    void refuse(String field, String key) {
        if (reasons.stream().noneMatch(reason -> field.equals(reason.field()))) {
            reasons.add(Reason.on(field, key, new FieldName(labels + "." + field)));
        }
    }

    void end() {
        RuleRefused.ifAny(reasons);
    }
}
