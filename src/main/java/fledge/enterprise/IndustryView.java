package fledge.enterprise;

import fledge.enterprise.rules.SizeIndustry;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A division or group of GB/T 4754-2017; {@code sizeIndustry} is null where the size standard covers none. */
public record IndustryView(
        String code,
        String section,
        String nameZh,
        String nameEn,
        @Nullable SizeIndustry sizeIndustry,
        boolean divided) {

    public String name(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? nameEn : nameZh;
    }
}
