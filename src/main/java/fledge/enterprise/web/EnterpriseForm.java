package fledge.enterprise.web;

import fledge.enterprise.EnterpriseTerms;
import fledge.enterprise.NewEnterprise;
import fledge.enterprise.Reading;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An enterprise as it is typed; the code is typed once and never again. */
record EnterpriseForm(
        @Nullable String creditCode,
        @Nullable String codeReason,
        @Nullable String nameZh,
        @Nullable String industryCode,
        @Nullable String districtId,
        @Nullable String foundedOn,
        @Nullable List<String> marks,
        @Nullable String version) {

    static final String ABOVE_SCALE = "ABOVE_SCALE";
    static final String ABOVE_LIMIT = "ABOVE_LIMIT";

    NewEnterprise entered() {
        return NewEnterprise.of(Reading.text(creditCode), Reading.text(codeReason), terms());
    }

    EnterpriseTerms terms() {
        var reading = new Reading();
        LocalDate founded = reading.day("foundedOn", foundedOn);
        reading.refuse();
        List<String> marked = marks == null ? List.of() : marks;
        return new EnterpriseTerms(
                Reading.text(nameZh),
                Reading.text(industryCode),
                Reading.id(districtId),
                founded,
                marked.contains(ABOVE_SCALE),
                marked.contains(ABOVE_LIMIT));
    }

    /** The version the form was opened with; what is no number is none that ever was. */
    int versionTyped() {
        String typed = Reading.text(version);
        return typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : -1;
    }
}
