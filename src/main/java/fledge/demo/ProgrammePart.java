package fledge.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import fledge.counting.CountedFact;
import fledge.kernel.Measure;
import fledge.programme.FigureStatus;
import fledge.programme.PeriodKind;
import fledge.programme.ProgrammeKind;
import fledge.programme.rules.Accumulation;
import fledge.programme.rules.Comparison;
import fledge.programme.rules.Direction;
import fledge.programme.rules.Operator;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a city's file says of programmes, indicators and printed figures. */
final class ProgrammePart {

    private ProgrammePart() {}

    record Printed(
            String code,
            ProgrammeKind kind,
            String nameZh,
            String nameEn,
            @Nullable Integer startYear,
            @Nullable Integer endYear,
            @Nullable Integer baselineYear,
            @Nullable Integer reviewLevels,
            @Nullable String noteZh,
            @Nullable String noteEn,
            List<Phase> phases,
            List<String> indicators) {}

    record Phase(Integer year, String nameZh, String nameEn) {}

    record Item(
            String code,
            String groupZh,
            String groupEn,
            String nameZh,
            String nameEn,
            Measure measure,
            Measure valueMeasure,
            Comparison comparison,
            Accumulation accumulation,
            @Nullable CountedFact counts,
            Direction direction,
            String definitionZh,
            String definitionEn,
            @Nullable String formulaText,
            @Nullable String numeratorZh,
            @Nullable String numeratorEn,
            @Nullable String denominatorZh,
            @Nullable String denominatorEn,
            List<String> responsible,
            @Nullable Baseline baseline,
            List<Goal> targets,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable BigDecimal changeBoundPercent,
            @Nullable Boolean mayFall,
            CityFile.Place source) {}

    /** The year is a number, or y0 for the year before the sample's first. */
    record Baseline(
            @Nullable String year,
            @Nullable BigDecimal value,
            Measure measure,
            FigureStatus quality,
            @Nullable String noteZh) {}

    /** The year is a number, or y1 to y3 of the sample. */
    record Goal(
            @Nullable String year,
            Operator operator,
            @Nullable BigDecimal value,
            @Nullable BigDecimal upper,
            FigureStatus status,
            @Nullable String missingReason,
            @JsonProperty("final") boolean isFinal,
            CityFile.@Nullable Place source) {}

    record Actual(
            String topicZh,
            String topicEn,
            String nameZh,
            String nameEn,
            @Nullable BigDecimal value,
            Measure measure,
            Operator operator,
            @Nullable String text,
            List<Labelled> values,
            List<Labelled> parts,
            @Nullable String printedPeriod,
            @Nullable Integer inferredYear,
            PeriodKind kind,
            @Nullable BigDecimal yoyPercent,
            @Nullable String indicator,
            @Nullable BigDecimal target,
            @Nullable BigDecimal beneficiaries,
            @Nullable BigDecimal visitors,
            @Nullable BigDecimal sharePercent,
            @Nullable String shareOfZh,
            CityFile.Place source) {

        Actual {
            values = Lists.of(values);
            parts = Lists.of(parts);
        }
    }

    /** One of several numbers of a printed figure. */
    record Labelled(String labelZh, BigDecimal value) {}
}
