package fledge.programme.web;

import fledge.kernel.Measure;
import fledge.programme.Base;
import fledge.programme.Bilingual;
import fledge.programme.Bounds;
import fledge.programme.Definition;
import fledge.programme.FigureStatus;
import fledge.programme.NewIndicator;
import fledge.programme.Pace;
import fledge.programme.Source;
import fledge.programme.SplitLaw;
import fledge.programme.rules.Accumulation;
import fledge.programme.rules.Comparison;
import fledge.programme.rules.Direction;
import fledge.programme.rules.PaceProfile;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An indicator as typed. */
record IndicatorForm(
        @Nullable String version,
        @Nullable String code,
        @Nullable String groupZh,
        @Nullable String groupEn,
        @Nullable String nameZh,
        @Nullable String nameEn,
        @Nullable String comparison,
        @Nullable String accumulation,
        @Nullable String direction,
        @Nullable String splitLaw,
        @Nullable String measure,
        @Nullable String valueMeasure,
        @Nullable String definitionZh,
        @Nullable String definitionEn,
        @Nullable String formulaText,
        @Nullable String numeratorZh,
        @Nullable String numeratorEn,
        @Nullable String denominatorZh,
        @Nullable String denominatorEn,
        @Nullable String baselineYear,
        @Nullable String baselineValue,
        @Nullable String baselineQuality,
        @Nullable String baselineNote,
        @Nullable String lowerBound,
        @Nullable String upperBound,
        @Nullable String changeBoundPercent,
        @Nullable String mayFall,
        @Nullable String paceProfile,
        @Nullable String paceQ1,
        @Nullable String paceQ2,
        @Nullable String paceQ3,
        @Nullable String yellowFrom,
        @Nullable String redFrom,
        @Nullable String finalMonth,
        @Nullable String sourceDocument,
        @Nullable String sourceLine,
        @Nullable String sourceQuote,
        @Nullable String responsibleUnit1,
        @Nullable String responsibleUnit2,
        @Nullable String responsibleUnit3,
        @Nullable String responsibleUnit4,
        @Nullable String responsibleUnit5,
        @Nullable String responsibleUnit6) {

    /** As many units as the form has places for. */
    static final int UNITS = 6;

    int shownVersion() {
        return new FormInput("programme.indicator").whole("version", version, 0);
    }

    NewIndicator read(List<UUID> reportingUnits) {
        var input = new FormInput("programme.indicator");
        Comparison compared = input.required("comparison", comparison, Comparison.class);
        Measure values = input.required("valueMeasure", valueMeasure, Measure.class);
        Accumulation accumulated = input.choice("accumulation", accumulation, Accumulation.class);
        SplitLaw law = input.choice("splitLaw", splitLaw, SplitLaw.class);
        BigDecimal yellow = input.number("yellowFrom", yellowFrom);
        BigDecimal red = input.number("redFrom", redFrom);
        var made = new NewIndicator(
                FormInput.text(code),
                new Bilingual(FormInput.text(groupZh), FormInput.text(groupEn)),
                new Bilingual(FormInput.text(nameZh), FormInput.text(nameEn)),
                input.required("measure", measure, Measure.class),
                values,
                compared,
                accumulated == null ? compared.usualAccumulation() : accumulated,
                input.required("direction", direction, Direction.class),
                law == null ? SplitLaw.usual(compared) : law,
                new Definition(
                        both(definitionZh, definitionEn),
                        FormInput.textOrNull(formulaText),
                        both(numeratorZh, numeratorEn),
                        both(denominatorZh, denominatorEn)),
                base(input, values),
                new Bounds(
                        input.number("lowerBound", lowerBound, values),
                        input.number("upperBound", upperBound, values),
                        input.number("changeBoundPercent", changeBoundPercent),
                        "true".equals(mayFall)),
                new Pace(
                        profile(input),
                        yellow == null ? Pace.USUAL.yellowFrom() : yellow,
                        red == null ? Pace.USUAL.redFrom() : red),
                new Source(
                        FormInput.textOrNull(sourceDocument),
                        input.whole("sourceLine", sourceLine),
                        FormInput.textOrNull(sourceQuote)),
                input.ids(
                        "responsibleUnits",
                        Arrays.asList(
                                responsibleUnit1,
                                responsibleUnit2,
                                responsibleUnit3,
                                responsibleUnit4,
                                responsibleUnit5,
                                responsibleUnit6)),
                reportingUnits,
                input.whole("finalMonth", finalMonth));
        input.end();
        return made;
    }

    private PaceProfile profile(FormInput input) {
        PaceProfile.Kind kind = input.choice("paceProfile", paceProfile, PaceProfile.Kind.class);
        return new PaceProfile(
                kind == null ? PaceProfile.Kind.LINEAR : kind,
                input.number("paceQ1", paceQ1),
                input.number("paceQ2", paceQ2),
                input.number("paceQ3", paceQ3));
    }

    /** Without a quality there is no base; a value asks for where it comes from. */
    private @Nullable Base base(FormInput input, Measure values) {
        FigureStatus quality = input.choice("baselineQuality", baselineQuality, FigureStatus.class);
        BigDecimal value = input.number("baselineValue", baselineValue, values);
        Integer year = input.whole("baselineYear", baselineYear);
        if (quality == null && (value != null || year != null)) {
            input.refuse("baselineQuality", "programme.check.choose");
        }
        return quality == null ? null : new Base(year, value, quality, FormInput.textOrNull(baselineNote));
    }

    private static @Nullable Bilingual both(@Nullable String zh, @Nullable String en) {
        String first = FormInput.text(zh);
        String second = FormInput.text(en);
        return first.isEmpty() && second.isEmpty() ? null : new Bilingual(first, second);
    }
}
