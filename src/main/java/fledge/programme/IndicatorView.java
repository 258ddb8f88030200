package fledge.programme;

import fledge.kernel.Measure;
import fledge.kernel.Period;
import fledge.kernel.Quarter;
import fledge.programme.rules.AbsoluteTarget;
import fledge.programme.rules.Accumulation;
import fledge.programme.rules.Baseline;
import fledge.programme.rules.Comparison;
import fledge.programme.rules.DefinitionHistory;
import fledge.programme.rules.Direction;
import fledge.programme.rules.Goal;
import fledge.programme.rules.IndicatorTerms;
import fledge.programme.rules.Item;
import fledge.programme.rules.PaceProfile;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An indicator as others may see it. {@code measure} is that of its targets, {@code valueMeasure} that of reported values;
 * {@code startYear} and {@code endYear} are the programme's. The first responsible unit leads. {@code definitions} are the
 * approved ones, the oldest first; the texts of the indicator itself are those it was published with.
 */
public record IndicatorView(
        UUID id,
        UUID programmeId,
        int version,
        String code,
        int position,
        String groupZh,
        String groupEn,
        String nameZh,
        String nameEn,
        Measure measure,
        Measure valueMeasure,
        Comparison comparison,
        Accumulation accumulation,
        Direction direction,
        @Nullable String definitionZh,
        @Nullable String definitionEn,
        @Nullable String formulaText,
        @Nullable String numeratorZh,
        @Nullable String numeratorEn,
        @Nullable String denominatorZh,
        @Nullable String denominatorEn,
        @Nullable Base base,
        List<TargetView> targets,
        List<UUID> responsibleUnits,
        List<UUID> reportingUnits,
        Bounds bounds,
        BigDecimal yellowFrom,
        BigDecimal redFrom,
        PaceProfile pace,
        SplitLaw splitLaw,
        Source source,
        @Nullable Integer startYear,
        @Nullable Integer endYear,
        List<DefinitionView> definitions,
        @Nullable Integer finalMonth) {

    public IndicatorView {
        targets = List.copyOf(targets);
        responsibleUnits = List.copyOf(responsibleUnits);
        reportingUnits = List.copyOf(reportingUnits);
        definitions = List.copyOf(definitions);
    }

    public String name(Locale locale) {
        return Bilingual.of(locale, nameZh, nameEn);
    }

    public String group(Locale locale) {
        return Bilingual.of(locale, groupZh, groupEn);
    }

    /** As it was published; see {@link #definitionIn}. */
    public @Nullable String definition(Locale locale) {
        return Bilingual.ofNullable(locale, definitionZh, definitionEn);
    }

    public @Nullable String numerator(Locale locale) {
        return Bilingual.ofNullable(locale, numeratorZh, numeratorEn);
    }

    public @Nullable String denominator(Locale locale) {
        return Bilingual.ofNullable(locale, denominatorZh, denominatorEn);
    }

    /** The approved definitions and where the series breaks. */
    public DefinitionHistory history() {
        return new DefinitionHistory(
                definitions.stream().map(DefinitionView::basis).toList());
    }

    /** The definition that holds in a quarter; empty while the programme is a draft. */
    public Optional<DefinitionView> definitionIn(Quarter quarter) {
        int number = history().numberIn(quarter);
        return definitions.stream()
                .filter(definition -> definition.number() == number)
                .findFirst();
    }

    /** Whether it is one number of households, persons or things, as registers count them. */
    public boolean isPlainCount() {
        return comparison.items().equals(List.of(Item.VALUE))
                && valueMeasure.factor().compareTo(BigDecimal.ONE) == 0
                && !valueMeasure.isMoney();
    }

    /** The measure in which two bases are compared: of a ratio that of its target. */
    public Measure bridgeMeasure() {
        return comparison.isShare() ? measure : valueMeasure;
    }

    /** Whether there are numbers to put on another basis. */
    public boolean isBridgeable() {
        return comparison != Comparison.MILESTONE && comparison != Comparison.QUALITATIVE;
    }

    /** The day by which a quarter's value is usually final: the end of that month of the next year; null if it is so at once. */
    public @Nullable LocalDate finalExpected(Quarter quarter) {
        return finalMonth == null
                ? null
                : YearMonth.of(quarter.year() + 1, finalMonth).atEndOfMonth();
    }

    /** Whether its figures of two periods count the same and can be compared as they stand. */
    public boolean isOneBasis(Period one, Period other) {
        return history().isOneBasis(one.quarter(), other.quarter());
    }

    /** The lead unit (牵头单位). */
    public Optional<UUID> leadUnit() {
        return responsibleUnits.stream().findFirst();
    }

    /** The target of the whole programme; none where the indicator is only reported. */
    public Optional<TargetView> finalTarget() {
        return targets.stream().filter(TargetView::finalTarget).findFirst();
    }

    public Optional<TargetView> targetOf(int year) {
        return targets.stream()
                .filter(target -> Objects.equals(target.year(), year))
                .findFirst();
    }

    /** The final target as a goal, due in its own year or else the programme's last; absent without either. */
    public @Nullable Goal goal() {
        TargetView last = finalTarget().orElse(null);
        if (last == null) {
            return null;
        }
        Integer year = last.year() == null ? endYear : last.year();
        return year == null ? null : last.goal(year);
    }

    /** The base period for the formulas; absent values stay absent. */
    public Baseline baseline() {
        return base == null ? Baseline.NONE : new Baseline(base.year(), base.value());
    }

    /** Everything the formulas need; empty where the document prints no years for the programme. */
    public Optional<IndicatorTerms> terms() {
        return startYear == null || endYear == null ? Optional.empty() : Optional.of(terms(startYear, endYear, goal()));
    }

    /** The terms of the one year of which a programme without years prints a figure; empty unless it prints its target too. */
    public Optional<IndicatorTerms> termsOf(int year) {
        return finalTarget()
                .filter(target -> target.year() == null || target.year() == year)
                .map(target -> terms(year, year, target.goal(year)));
    }

    private IndicatorTerms terms(int first, int last, @Nullable Goal goal) {
        Map<Integer, Goal> yearly = new HashMap<>();
        for (TargetView target : targets) {
            if (!target.finalTarget() && target.year() != null) {
                yearly.put(target.year(), target.goal(target.year()));
            }
        }
        return new IndicatorTerms(comparison, accumulation, measure, baseline(), goal, yearly, first, last, history());
    }

    /** What a goal in percent means in the measure of the values, where base and goal give it. */
    public Optional<AbsoluteTarget> absoluteTarget() {
        return terms().map(AbsoluteTarget::of);
    }

    /** Whether its target may be split among units and years. */
    public boolean isAdditive() {
        return splitLaw == SplitLaw.ADDITIVE;
    }
}
