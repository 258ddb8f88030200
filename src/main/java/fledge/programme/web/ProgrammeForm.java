package fledge.programme.web;

import fledge.programme.Bilingual;
import fledge.programme.CollectionTerms;
import fledge.programme.NewProgramme;
import fledge.programme.ProgrammeKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A new programme as typed. */
record ProgrammeForm(
        @Nullable String code,
        @Nullable String kind,
        @Nullable String nameZh,
        @Nullable String nameEn,
        @Nullable String startYear,
        @Nullable String endYear,
        @Nullable String baselineYear,
        @Nullable String noteZh,
        @Nullable String dueDays,
        @Nullable String entryDays,
        @Nullable String editDays,
        @Nullable String reviewLevels) {

    NewProgramme read() {
        var input = new FormInput("programme.programme");
        String note = FormInput.textOrNull(noteZh);
        var made = new NewProgramme(
                FormInput.text(code),
                input.required("kind", kind, ProgrammeKind.class),
                new Bilingual(FormInput.text(nameZh), FormInput.text(nameEn)),
                input.whole("startYear", startYear),
                input.whole("endYear", endYear),
                input.whole("baselineYear", baselineYear),
                note == null ? null : new Bilingual(note, ""),
                new CollectionTerms(
                        input.whole("dueDays", dueDays, 0),
                        input.whole("entryDays", entryDays, 0),
                        input.whole("editDays", editDays, 0)),
                input.whole("reviewLevels", reviewLevels, 0),
                List.of(),
                List.of());
        input.end();
        return made;
    }
}
