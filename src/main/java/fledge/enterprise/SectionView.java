package fledge.enterprise;

import java.util.Locale;

/** A section (门类) of GB/T 4754-2017, by its letter. */
public record SectionView(String code, String nameZh, String nameEn) {

    public String name(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? nameEn : nameZh;
    }
}
