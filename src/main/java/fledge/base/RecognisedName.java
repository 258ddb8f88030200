package fledge.base;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A base behind a count of recognitions, with the first day of its term and the document that says so. */
public record RecognisedName(
        UUID baseId, String nameZh, String nameEn, @Nullable UUID zoneId, LocalDate from, String documentNo) {

    /** The name in the reader's language. */
    public String name(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) && !nameEn.isEmpty() ? nameEn : nameZh;
    }
}
