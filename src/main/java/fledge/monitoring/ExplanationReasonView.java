package fledge.monitoring;

import fledge.programme.Bilingual;
import java.util.Locale;
import java.util.UUID;

/** A reason to choose from when a figure is explained. */
public record ExplanationReasonView(UUID id, String code, int position, String nameZh, String nameEn, boolean retired) {

    public String name(Locale locale) {
        return new Bilingual(nameZh, nameEn).in(locale);
    }
}
