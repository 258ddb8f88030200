package fledge.programme;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A document a programme rests on. */
public record PolicyDocumentView(
        int position,
        String titleZh,
        @Nullable String titleEn,
        @Nullable String docNo,
        @Nullable String issuer,
        @Nullable LocalDate issuedOn,
        @Nullable String noteZh,
        @Nullable String noteEn) {

    public String title(Locale locale) {
        return Bilingual.of(locale, titleZh, titleEn == null ? "" : titleEn);
    }

    public @Nullable String note(Locale locale) {
        return Bilingual.ofNullable(locale, noteZh, noteEn);
    }
}
