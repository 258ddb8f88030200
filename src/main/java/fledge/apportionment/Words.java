package fledge.apportionment;

import fledge.kernel.FieldName;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Texts that must be given: collects what is missing or too long, so that all of it is said at once. */
final class Words {

    private static final int LONGEST = 500;

    private final List<Reason> reasons = new ArrayList<>();

    /** One text that must be given. */
    static String required(String field, @Nullable String text) {
        Words words = new Words();
        String given = words.take(field, text, LONGEST);
        words.refuse();
        return given;
    }

    String take(String field, @Nullable String text, int longest) {
        String given = text == null ? "" : text.strip();
        FieldName name = new FieldName("apportionment.field." + field);
        if (given.isEmpty()) {
            reasons.add(Reason.on(field, "apportionment.refused.required", name));
        } else if (given.length() > longest) {
            reasons.add(Reason.on(field, "apportionment.refused.tooLong", name, longest));
        } else if (given.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
            reasons.add(Reason.on(field, "apportionment.refused.unprintable", name));
        }
        return given;
    }

    String take(String field, @Nullable String text) {
        return take(field, text, LONGEST);
    }

    void add(Reason reason) {
        reasons.add(reason);
    }

    void refuse() {
        RuleRefused.ifAny(reasons);
    }
}
