package fledge.programme;

import fledge.kernel.FieldName;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with the values of a form, so that all of it is said at once. */
final class Checks {

    static final int NAME = 200;
    static final int TEXT = 20_000;

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_-]{1,59}");
    private static final int FIRST_YEAR = 1949;
    private static final int LAST_YEAR = 2200;

    private final String labels;
    private final List<Reason> reasons = new ArrayList<>();

    /** Fields are named by the message {@code labels.field}. */
    Checks(String labels) {
        this.labels = labels;
    }

    Checks required(String field, @Nullable String text, int longest) {
        return require(field, text != null && !text.isBlank(), "programme.check.required")
                .optional(field, text, longest);
    }

    Checks optional(String field, @Nullable String text, int longest) {
        if (text == null) {
            return this;
        }
        return require(field, text.length() <= longest, "programme.check.tooLong", longest)
                .require(field, text.chars().noneMatch(Checks::isUnprintable), "programme.check.unprintable");
    }

    Checks optional(String field, @Nullable Bilingual text, int longest) {
        return text == null
                ? this
                : optional(field + "Zh", text.zh(), longest).optional(field + "En", text.en(), longest);
    }

    /** Chinese is required, English may stay empty. */
    Checks required(String field, Bilingual text, int longest) {
        return required(field + "Zh", text.zh(), longest).optional(field + "En", text.en(), longest);
    }

    Checks code(String field, String code) {
        return require(field, CODE.matcher(code).matches(), "programme.check.code");
    }

    Checks year(String field, @Nullable Integer year) {
        return require(
                field,
                year == null || (year >= FIRST_YEAR && year <= LAST_YEAR),
                "programme.check.year",
                Integer.toString(FIRST_YEAR),
                Integer.toString(LAST_YEAR));
    }

    /** The message's first argument is the field's name, the others follow. */
    Checks require(String field, boolean holds, String key, Serializable... arguments) {
        if (!holds && reasons.stream().noneMatch(reason -> field.equals(reason.field()))) {
            List<Serializable> all = new ArrayList<>();
            all.add(new FieldName(labels + "." + field));
            all.addAll(List.of(arguments));
            reasons.add(new Reason(field, key, all));
        }
        return this;
    }

    Checks add(List<Reason> more) {
        reasons.addAll(more);
        return this;
    }

    void refuse() {
        RuleRefused.ifAny(reasons);
    }

    private static boolean isUnprintable(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t';
    }
}
