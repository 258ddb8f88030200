package fledge.programme;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A programme as others may see it. */
public record ProgrammeView(
        UUID id,
        String code,
        ProgrammeKind kind,
        String nameZh,
        String nameEn,
        @Nullable Integer startYear,
        @Nullable Integer endYear,
        @Nullable Integer baselineYear,
        ProgrammeStatus status,
        CollectionTerms terms,
        int reviewLevels,
        @Nullable String noteZh,
        @Nullable String noteEn,
        boolean running,
        @Nullable Instant publishedAt,
        int version) {

    public String name(Locale locale) {
        return Bilingual.of(locale, nameZh, nameEn);
    }

    public @Nullable String note(Locale locale) {
        return Bilingual.ofNullable(locale, noteZh, noteEn);
    }

    public boolean isSample() {
        return kind == ProgrammeKind.SAMPLE;
    }

    public boolean isDraft() {
        return status == ProgrammeStatus.DRAFT;
    }
}
