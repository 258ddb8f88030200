package fledge.enterprise.web;

import fledge.enterprise.EnterpriseFilter;
import fledge.enterprise.EnterpriseStatus;
import fledge.enterprise.Reading;
import fledge.enterprise.TagKind;
import fledge.enterprise.rules.SizeClass;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The filter bar as it was typed; what says nothing to the list narrows nothing. */
record FilterForm(
        @Nullable String words,
        @Nullable String sizeClass,
        @Nullable String industry,
        @Nullable String district,
        @Nullable String tag,
        @Nullable String status) {

    /** Not "size", which in the address of a list is how many rows a page has. */
    static final String SIZE = "sizeClass";

    private static final int LONGEST = 50;
    private static final UUID NOBODY = new UUID(0, 0);

    EnterpriseFilter filter() {
        UUID districtId = Reading.id(district);
        String part = Reading.text(industry);
        return new EnterpriseFilter(
                wordsTyped(),
                Reading.named(sizeClass, SizeClass.class).orElse(null),
                part.matches("[A-T]|\\d{2,3}") ? part : null,
                districtId.equals(NOBODY) ? null : districtId,
                Reading.named(tag, TagKind.class).orElse(null),
                Reading.named(status, EnterpriseStatus.class).orElse(null));
    }

    /** What can be part of a name: no control characters, and no more than a name has. */
    String wordsTyped() {
        String typed = Reading.text(words).replaceAll("\\p{Cntrl}", "").strip();
        return typed.substring(0, Math.min(LONGEST, typed.length()));
    }

    /** For the addresses of the other pages. */
    Map<String, String> kept() {
        return without("");
    }

    /** The filters less one of them. */
    Map<String, String> without(String left) {
        var kept = new LinkedHashMap<String, String>();
        put(kept, "words", wordsTyped(), left);
        put(kept, SIZE, sizeClass, left);
        put(kept, "industry", industry, left);
        put(kept, "district", district, left);
        put(kept, "tag", tag, left);
        put(kept, "status", status, left);
        return kept;
    }

    private static void put(Map<String, String> kept, String name, @Nullable String value, String left) {
        if (value != null && !value.isBlank() && !name.equals(left)) {
            kept.put(name, value);
        }
    }
}
