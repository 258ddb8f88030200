package fledge.programme;

import fledge.kernel.Measure;
import fledge.programme.rules.Operator;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A printed figure: the period as printed beside the year it is read as. */
public record PrintedActualView(
        UUID id,
        UUID programmeId,
        @Nullable UUID indicatorId,
        int position,
        String topicZh,
        String topicEn,
        String nameZh,
        String nameEn,
        Operator operator,
        @Nullable BigDecimal value,
        Measure measure,
        @Nullable String text,
        @Nullable String printedPeriod,
        @Nullable Integer inferredYear,
        PeriodKind periodKind,
        @Nullable BigDecimal yoyPercent,
        @Nullable String note,
        Source source) {

    public String topic(Locale locale) {
        return Bilingual.of(locale, topicZh, topicEn);
    }

    public String name(Locale locale) {
        return Bilingual.of(locale, nameZh, nameEn);
    }
}
