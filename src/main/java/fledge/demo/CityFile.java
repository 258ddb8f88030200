package fledge.demo;

import fledge.identity.UnitKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A city's file, as db/demo/README.md describes it. */
record CityFile(
        Profile city,
        List<OfficialUnit> units,
        List<Document> policyDocuments,
        List<ProgrammePart.Printed> programmes,
        List<ProgrammePart.Item> indicators,
        List<ProgrammePart.Actual> actuals,
        List<SamplePart.Setting> sample,
        List<SamplePart.Story> sampleHistory,
        SamplePart.Redefinition definitionChange,
        SamplePart.OtherSource otherSource,
        List<SamplePart.Attempt> unlawfulAttempts,
        List<SamplePart.Correction> amendments,
        SamplePart.OpenRound openRound,
        List<Notice> announcements,
        @Nullable Consultation consultation,
        List<FormPart.Version> forms,
        FormPart.@Nullable Monthly monthly) {

    /** A decomposition that is being consulted about: what each unit is to carry in each year, and what one of them says. */
    record Consultation(
            String nameZh,
            String basisZh,
            String indicator,
            List<Integer> years,
            List<SamplePart.Share> shares,
            List<String> agreed,
            String countered,
            BigDecimal counterValue,
            String counterReasonZh,
            String counterEvidenceZh) {}

    record Profile(
            String code,
            String nameZh,
            String nameEn,
            String provinceZh,
            String provinceEn,
            String divisionCode,
            String hue,
            String sponsorZh,
            String hostZh,
            String contactPhone) {}

    record OfficialUnit(
            String code,
            String nameZh,
            String nameEn,
            UnitKind kind,
            @Nullable String parent,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable String divisionCode,
            List<String> aliases) {}

    record Document(
            String title,
            @Nullable String docNo,
            @Nullable String issuer,
            @Nullable LocalDate issueDate,
            boolean main,
            @Nullable String noteZh) {}

    record Notice(int dayOffset, String titleZh, String titleEn, String bodyZh, String bodyEn) {}

    /** Where a document prints it. */
    record Place(
            @Nullable String document,
            @Nullable Integer line,
            @Nullable String quote) {}
}
