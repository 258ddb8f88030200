package fledge.programme;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A text in Chinese and in English. */
public record Bilingual(String zh, String en) {

    /** The text for the reader. */
    public String in(Locale locale) {
        return of(locale, zh, en);
    }

    static String of(Locale locale, String zh, String en) {
        return isEnglish(locale) && !en.isEmpty() ? en : zh;
    }

    static @Nullable String ofNullable(Locale locale, @Nullable String zh, @Nullable String en) {
        return isEnglish(locale) && en != null && !en.isEmpty() ? en : zh;
    }

    static @Nullable Bilingual ofParts(@Nullable String zh, @Nullable String en) {
        return zh == null && en == null ? null : new Bilingual(zh == null ? "" : zh, en == null ? "" : en);
    }

    static @Nullable String zhOf(@Nullable Bilingual text) {
        return text == null ? null : text.zh;
    }

    static @Nullable String enOf(@Nullable Bilingual text) {
        return text == null ? null : text.en;
    }

    private static boolean isEnglish(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
    }
}
