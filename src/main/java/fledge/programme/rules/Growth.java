package fledge.programme.rules;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Growth in percent: over the base year, over the year before, or on yearly average.
 *
 * <p>The sum of an unfinished year is never held against a whole one: the last whole year is read instead. Where the definition
 * changed in between, the year before is read as the bridge has it on the new basis; without a bridge there is no growth.
 * Clauses: Jiangmen targets (比2014年增长); Jinan notes 1, 3, 4 to the targets; Luqiao 年均增长; Chengdu 同比.
 * Example: 3500 亿 after 2644.08 亿 is 32.37 % (half up, two decimals, for display only).
 */
final class Growth {

    private Growth() {}

    /** (V[year] − V[base]) / V[base] × 100; the ×100 % that Jinan's third formula leaves out is meant there too. */
    static Reading overBaseYear(IndicatorTerms terms, Observations observed, int year) {
        Integer baseYear = terms.baseline().year();
        return between(
                terms, observed, year, terms.baseline().value(), baseYear == null ? terms.firstYear() - 1 : baseYear);
    }

    /** (V[year] − V[year−1]) / V[year−1] × 100; before the programme's first year stands the baseline. */
    static Reading overPreviousYear(IndicatorTerms terms, Observations observed, int year) {
        YearFigure before = observed.figure(Item.VALUE, year - 1);
        Integer baseYear = terms.baseline().year();
        boolean baselineIsBefore = baseYear == null ? year == terms.firstYear() : baseYear == year - 1;
        BigDecimal base = before != null && isWhole(terms, before)
                ? before.value()
                : baselineIsBefore ? terms.baseline().value() : null;
        boolean broken = terms.definitions().isBroken(year - 1, year);
        if (base == null && !broken && year > terms.firstYear()) {
            return Reading.missing(year - 1);
        }
        YearFigure now = observed.figure(Item.VALUE, year);
        if (now != null && !isWhole(terms, now)) {
            // A yearly goal is about this very year; otherwise the last whole year speaks.
            return terms.comparison().isYearly() || year == terms.firstYear()
                    ? new Reading.Unmeasured(Verdict.IN_PROGRESS, Obstacle.YEAR_INCOMPLETE, List.of())
                    : overPreviousYear(terms, observed, year - 1);
        }
        if (broken) {
            YearFigure bridged = terms.definitions().yearBeforeOnBasisOf(year, terms.accumulation());
            return bridged == null
                    ? Reading.notComputable(Obstacle.DEFINITION_CHANGED)
                    : between(terms, observed, year, bridged.value(), year);
        }
        return between(terms, observed, year, base, year);
    }

    /** ((V[year] / V[base])^(1/n) − 1) × 100 with n the years since the base year. */
    static Reading yearlyAverage(IndicatorTerms terms, Observations observed, int year) {
        Integer baseYear = terms.baseline().year();
        if (baseYear == null) {
            return Reading.notComputable(Obstacle.BASELINE_MISSING);
        }
        BigDecimal base = terms.baseline().value();
        Reading growth = between(terms, observed, year, base, baseYear);
        if (base == null || !(growth instanceof Reading.Measured measured)) {
            return growth;
        }
        YearFigure end = observed.figure(Item.VALUE, measured.year());
        return end == null || measured.year() <= baseYear
                ? Reading.notComputable(Obstacle.BASELINE_MISSING)
                : new Reading.Measured(
                        new CompoundRate(end.value().max(BigDecimal.ZERO), base, measured.year() - baseYear),
                        measured.year(),
                        measured.complete());
    }

    /** Over a base whose definition is that of the year {@code since}. */
    private static Reading between(
            IndicatorTerms terms, Observations observed, int year, @Nullable BigDecimal base, int since) {
        if (base == null) {
            return Reading.notComputable(Obstacle.BASELINE_MISSING);
        }
        if (base.signum() <= 0) {
            return Reading.notComputable(Obstacle.BASELINE_NOT_POSITIVE);
        }
        YearFigure now = observed.figure(Item.VALUE, year);
        if (now == null) {
            return Reading.missing(year);
        }
        if (!isWhole(terms, now)) {
            return observed.figure(Item.VALUE, year - 1) != null && year > terms.firstYear()
                    ? between(terms, observed, year - 1, base, since)
                    : new Reading.Unmeasured(Verdict.IN_PROGRESS, Obstacle.YEAR_INCOMPLETE, List.of());
        }
        if (terms.definitions().isBroken(since, year)) {
            return Reading.notComputable(Obstacle.DEFINITION_CHANGED);
        }
        return new Reading.Measured(Fraction.percent(now.value().subtract(base), base), year, now.complete());
    }

    private static boolean isWhole(IndicatorTerms terms, YearFigure figure) {
        return figure.complete() || !terms.accumulation().isFlow();
    }
}
