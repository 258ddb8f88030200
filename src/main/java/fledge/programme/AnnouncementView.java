package fledge.programme;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A notice to the public (公告). */
public record AnnouncementView(
        UUID id,
        int version,
        String titleZh,
        String titleEn,
        String bodyZh,
        String bodyEn,
        boolean sample,
        Instant publishedAt,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawalReason) {

    public String title(Locale locale) {
        return Bilingual.of(locale, titleZh, titleEn);
    }

    public String body(Locale locale) {
        return Bilingual.of(locale, bodyZh, bodyEn);
    }

    public boolean isWithdrawn() {
        return withdrawnAt != null;
    }
}
