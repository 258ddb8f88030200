package fledge.enterprise;

import fledge.kernel.FieldName;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with the values of a form, so that all of it is said at once. */
final class Words {

    static final int NAME = 100;
    static final int SHORT = 200;
    static final int LONG = 500;

    private static final int SHORTEST = 2;
    private static final int SHORTEST_REASON = 6;
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);

    private final List<Reason> reasons = new ArrayList<>();

    /** A text that must be given. */
    String take(String field, @Nullable String text, int longest) {
        String given = text == null ? "" : text.strip();
        FieldName name = new FieldName("enterprise.field." + field);
        if (given.length() < SHORTEST) {
            return refuse(field, "enterprise.refused.required", name);
        } else if (given.length() > longest) {
            return refuse(field, "enterprise.refused.too-long", name, longest);
        } else if (given.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r')) {
            return refuse(field, "enterprise.refused.unprintable", name);
        }
        return given;
    }

    /** A reason in words: what is too short to be one is refused. */
    String reason(String field, @Nullable String text) {
        String given = text == null ? "" : text.strip();
        return given.length() < SHORTEST_REASON
                ? refuse(field, "enterprise.refused.reason", SHORTEST_REASON)
                : take(field, given, LONG);
    }

    /** A day that has come, not before another one. */
    void past(String field, LocalDate day, LocalDate notBefore, LocalDate today) {
        require(field, !day.isAfter(today), "enterprise.refused.future", new FieldName("enterprise.field." + field));
        require(field, !day.isBefore(notBefore), "enterprise.refused.before-founding", notBefore.toString());
    }

    /** A day of founding. */
    void founded(String field, LocalDate day, LocalDate today) {
        past(field, day, FIRST_DAY, today);
    }

    void require(String field, boolean holds, String key, Serializable... arguments) {
        if (!holds && reasons.stream().noneMatch(reason -> field.equals(reason.field()))) {
            refuse(field, key, arguments);
        }
    }

    void add(Reason reason) {
        reasons.add(reason);
    }

    List<Reason> reasons() {
        return reasons;
    }

    void refuse() {
        RuleRefused.ifAny(reasons);
    }

    private String refuse(String field, String key, Serializable... arguments) {
        reasons.add(Reason.on(field, key, arguments));
        return "";
    }
}
