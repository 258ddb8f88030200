package fledge.programme;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A programme to be founded. */
public record NewProgramme(
        String code,
        ProgrammeKind kind,
        Bilingual name,
        @Nullable Integer startYear,
        @Nullable Integer endYear,
        @Nullable Integer baselineYear,
        @Nullable Bilingual note,
        CollectionTerms terms,
        int reviewLevels,
        List<Phase> phases,
        List<Document> documents) {

    public NewProgramme {
        phases = List.copyOf(phases);
        documents = List.copyOf(documents);
    }

    /** A stage of the programme (阶段). */
    public record Phase(
            Bilingual name,
            @Nullable Integer startYear,
            @Nullable Integer endYear,
            @Nullable Bilingual text) {}

    /** A document the programme rests on (政策依据). */
    public record Document(
            String titleZh,
            @Nullable String titleEn,
            @Nullable String docNo,
            @Nullable String issuer,
            @Nullable LocalDate issuedOn,
            @Nullable Bilingual note) {}
}
