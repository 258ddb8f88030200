package fledge.programme;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A stage of a programme. */
public record PhaseView(
        int position,
        String nameZh,
        String nameEn,
        @Nullable Integer startYear,
        @Nullable Integer endYear,
        @Nullable String textZh,
        @Nullable String textEn) {

    public String name(Locale locale) {
        return Bilingual.of(locale, nameZh, nameEn);
    }

    public @Nullable String text(Locale locale) {
        return Bilingual.ofNullable(locale, textZh, textEn);
    }
}
