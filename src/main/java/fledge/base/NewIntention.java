package fledge.base;

import fledge.kernel.Measure;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a document wants of the city's bases in number, in the base unit of the measure; with {@code upper} it is a range. The
 * years are those in which it is to happen.
 */
public record NewIntention(
        String nameZh,
        String nameEn,
        @Nullable IntentionCount counted,
        Precision precision,
        BigDecimal value,
        @Nullable BigDecimal upper,
        Measure measure,
        @Nullable Integer fromYear,
        @Nullable Integer toYear,
        Source source) {

    /** The name in the reader's language. */
    public String name(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) && !nameEn.isEmpty() ? nameEn : nameZh;
    }
}
