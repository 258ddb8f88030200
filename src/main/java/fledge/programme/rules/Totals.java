package fledge.programme.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Amounts: the sum of the programme's years for a flow, the latest figure for a stock.
 *
 * <p>A year without a figure leaves no sum: nothing is filled with zero. A year that is not whole counts with what it has, and
 * the sum is not whole either: it can only become more.
 * Clauses: Luqiao main targets (新增…以上, 余额); Jinan note 2 to the targets; Yingtan targets for 2020.
 * Example: 1950 + 2050 + 2000 = 6000; balances 6, 8, 10 亿 are 10 亿.
 */
final class Totals {

    private Totals() {}

    /** Σ V[first..year] of a flow, V[year] of a stock. */
    static Reading amount(Item item, IndicatorTerms terms, Observations observed, int year) {
        return terms.accumulation() == Accumulation.FLOW
                ? sum(item, terms, observed, year)
                : ofYear(item, observed, year);
    }

    /** V[year]. */
    static Reading ofYear(Item item, Observations observed, int year) {
        YearFigure figure = observed.figure(item, year);
        return figure == null
                ? Reading.missing(year)
                : new Reading.Measured(Fraction.whole(figure.value()), year, figure.complete());
    }

    /** Σ N[first..year] / base × 100: (30 + 35 + 45) / 40 is 275 %, not the growth of the level. */
    static Reading overBaseline(IndicatorTerms terms, Observations observed, int year) {
        BigDecimal base = terms.baseline().value();
        if (base == null) {
            return Reading.notComputable(Obstacle.BASELINE_MISSING);
        }
        if (base.signum() <= 0) {
            return Reading.notComputable(Obstacle.BASELINE_NOT_POSITIVE);
        }
        Reading sum = sum(Item.VALUE, terms, observed, year);
        return sum instanceof Reading.Measured total
                ? new Reading.Measured(Fraction.percent(total.result().value(), base), total.year(), total.complete())
                : sum;
    }

    /** 1 once any year up to this one says 1; 0 as long as the latest word is 0. */
    static Reading once(Item item, IndicatorTerms terms, Observations observed, int year) {
        Reading latest = ofYear(item, observed, year);
        for (int y = terms.firstYear(); y <= year; y++) {
            YearFigure figure = observed.figure(item, y);
            if (figure != null && figure.value().signum() > 0) {
                return new Reading.Measured(Fraction.whole(BigDecimal.ONE), year, true);
            }
        }
        return latest;
    }

    private static Reading sum(Item item, IndicatorTerms terms, Observations observed, int year) {
        if (year < terms.firstYear()) {
            return Reading.missing(year);
        }
        BigDecimal sum = BigDecimal.ZERO;
        List<Integer> missing = new ArrayList<>();
        boolean complete = true;
        for (int y = terms.firstYear(); y <= year; y++) {
            YearFigure figure = observed.figure(item, y);
            if (figure == null) {
                missing.add(y);
            } else {
                sum = sum.add(figure.value());
                complete &= figure.complete();
            }
        }
        if (missing.isEmpty()) {
            return new Reading.Measured(Fraction.whole(sum), year, complete);
        }
        boolean none = missing.size() == year - terms.firstYear() + 1;
        return new Reading.Unmeasured(none ? Verdict.NOT_COMPUTABLE : Verdict.PARTIAL, Obstacle.YEARS_MISSING, missing);
    }
}
