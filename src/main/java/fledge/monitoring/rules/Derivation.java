package fledge.monitoring.rules;

import fledge.kernel.Measure;
import fledge.programme.rules.Accumulation;
import fledge.programme.rules.Evaluation;
import fledge.programme.rules.IndicatorTerms;
import fledge.programme.rules.Item;
import fledge.programme.rules.Observations;
import fledge.programme.rules.YearFigure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The formula of an indicator with its numbers put in, so that a reader can do the sum again.
 *
 * <p>The formulas are those of the comparisons; this writes down what they read. Example: 480 after a base of 400 is
 * ( 480 − 400 ) ÷ 400 × 100. What cannot be computed has no formula.
 */
public final class Derivation {

    private Derivation() {}

    /**
     * A number or a sign of a formula.
     *
     * @param level whether the number is an amount in the base unit of the reported values, and not a plain one
     */
    public record Part(@Nullable String sign, @Nullable BigDecimal number, boolean level) {}

    /** How the result was measured; empty where there is none, or where it is a sentence or a milestone. */
    public static List<Part> measured(IndicatorTerms terms, Observations observed, Evaluation evaluation) {
        Integer year = evaluation.year();
        if (year == null || evaluation.measured() == null) {
            return List.of();
        }
        var formula = new Formula();
        BigDecimal base = terms.baseline().value();
        switch (terms.comparison()) {
            case GROWTH_VS_BASE_YEAR -> formula.growth(value(observed, year), base);
            case GROWTH_VS_PREVIOUS_YEAR, GROWTH_FLOOR ->
                formula.growth(value(observed, year), before(terms, observed, year));
            case AVG_ANNUAL_GROWTH_FLOOR -> {
                Integer from = terms.baseline().year();
                if (from != null) {
                    formula.sign("(")
                            .sign("(")
                            .level(value(observed, year))
                            .sign("÷")
                            .level(base)
                            .sign(")");
                    formula.sign("^")
                            .sign("(")
                            .plain(1)
                            .sign("÷")
                            .plain(year - from)
                            .sign(")");
                    formula.sign("−").plain(1).sign(")").sign("×").plain(100);
                }
            }
            case CUMULATIVE_FLOW_OVER_BASE_FLOW, CUMULATIVE_FLOW_OVER_BASE ->
                formula.sum(Item.VALUE, terms, observed, year)
                        .sign("÷")
                        .level(base)
                        .sign("×")
                        .plain(100);
            case RATIO_FLOOR, RATIO, COVERAGE -> {
                formula.amount(Item.NUMERATOR, terms, observed, year).sign("÷");
                formula.amount(Item.DENOMINATOR, terms, observed, year);
                if (terms.measure() == Measure.PERCENT) {
                    formula.sign("×").plain(100);
                }
            }
            case PER_YEAR_COUNT -> formula.level(value(observed, year));
            case MILESTONE, QUALITATIVE -> {}
            default -> formula.amount(Item.VALUE, terms, observed, year);
        }
        return formula.parts();
    }

    /** result ÷ goal × 100; empty without a goal that can be divided by. */
    public static List<Part> completion(Evaluation evaluation) {
        BigDecimal measured = evaluation.measured();
        BigDecimal difference = evaluation.difference();
        if (measured == null || difference == null || evaluation.completion() == null) {
            return List.of();
        }
        var formula = new Formula();
        formula.plain(measured)
                .sign("÷")
                .plain(measured.subtract(difference))
                .sign("×")
                .plain(100);
        return formula.parts();
    }

    private static @Nullable BigDecimal value(Observations observed, int year) {
        YearFigure figure = observed.figure(Item.VALUE, year);
        return figure == null ? null : figure.value();
    }

    /** The year before: on the year's own basis where the definition changed, as reported where it is whole, else the baseline. */
    private static @Nullable BigDecimal before(IndicatorTerms terms, Observations observed, int year) {
        YearFigure bridged = terms.definitions().yearBeforeOnBasisOf(year, terms.accumulation());
        if (bridged != null) {
            return bridged.value();
        }
        YearFigure before = observed.figure(Item.VALUE, year - 1);
        return before != null && (before.complete() || !terms.accumulation().isFlow())
                ? before.value()
                : terms.baseline().value();
    }

    /** A formula being written; a number that is missing leaves none. */
    private static final class Formula {

        private final List<Part> written = new ArrayList<>();
        private boolean whole = true;

        Formula sign(String sign) {
            written.add(new Part(sign, null, false));
            return this;
        }

        Formula level(@Nullable BigDecimal number) {
            whole &= number != null;
            written.add(new Part(null, number, true));
            return this;
        }

        Formula plain(BigDecimal number) {
            written.add(new Part(null, number, false));
            return this;
        }

        Formula plain(long number) {
            return plain(BigDecimal.valueOf(number));
        }

        void growth(@Nullable BigDecimal now, @Nullable BigDecimal before) {
            sign("(").level(now).sign("−").level(before).sign(")");
            sign("÷").level(before).sign("×").plain(100);
        }

        Formula amount(Item item, IndicatorTerms terms, Observations observed, int year) {
            if (terms.accumulation() == Accumulation.FLOW) {
                return sum(item, terms, observed, year);
            }
            YearFigure figure = observed.figure(item, year);
            return level(figure == null ? null : figure.value());
        }

        Formula sum(Item item, IndicatorTerms terms, Observations observed, int year) {
            boolean several = year > terms.firstYear();
            if (several) {
                sign("(");
            }
            for (int y = terms.firstYear(); y <= year; y++) {
                if (y > terms.firstYear()) {
                    sign("+");
                }
                YearFigure figure = observed.figure(item, y);
                level(figure == null ? null : figure.value());
            }
            return several ? sign(")") : this;
        }

        List<Part> parts() {
            return whole ? List.copyOf(written) : List.of();
        }
    }
}
