package fledge.tenancy;

import java.util.Locale;

/** A tenant (市/区): the city, or district acting as one, whose programme is run; id 0 is the platform itself. */
public record City(
        short id,
        String code,
        String nameZh,
        String nameEn,
        String provinceZh,
        String provinceEn,
        String divisionCode,
        String hue,
        String sponsor,
        String host,
        String contactPhone,
        boolean open) {

    /** The platform's own id: it holds the platform operators and their audit trail, and no business data. */
    public static final short PLATFORM = 0;

    public boolean isPlatform() {
        return id == PLATFORM;
    }

    public String name(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? nameEn : nameZh;
    }
}
