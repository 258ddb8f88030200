package fledge.base.web;

import fledge.base.BaseFilter;
import fledge.base.BaseKind;
import fledge.base.BaseLevel;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The filter of the register as it stands in the address; what cannot be read filters nothing. */
record RegisterFilter(
        @Nullable String words,
        @Nullable String kind,
        @Nullable String level,
        @Nullable String zone) {

    /** In place of a district: those of which no document says where they are. */
    static final String NOWHERE = "none";

    private static final int LONGEST = 100;

    RegisterFilter {
        words = shortened(words);
        kind = shortened(kind);
        level = shortened(level);
        zone = shortened(zone);
    }

    private static String shortened(@Nullable String typed) {
        String text = Typed.text(typed);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    BaseFilter read() {
        return new BaseFilter(
                Typed.text(words),
                Typed.constant(kind, BaseKind.class),
                Typed.constant(level, BaseLevel.class),
                Typed.id(zone),
                NOWHERE.equals(zone));
    }

    /** What stands in the address. */
    Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        put(parameters, "words", words);
        put(parameters, "kind", kind);
        put(parameters, "level", level);
        put(parameters, "zone", zone);
        return parameters;
    }

    private static void put(Map<String, String> parameters, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            parameters.put(name, value);
        }
    }
}
