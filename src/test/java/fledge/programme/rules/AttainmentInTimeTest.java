package fledge.programme.rules;

import static fledge.programme.rules.AttainmentTest.n;
import static fledge.programme.rules.AttainmentTest.terms;
import static fledge.programme.rules.AttainmentTest.values;
import static fledge.programme.rules.Operator.AT_LEAST;
import static fledge.programme.rules.Operator.EXACTLY;
import static fledge.programme.rules.Operator.QUALITATIVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fledge.kernel.Measure;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How verdicts come about while the programme runs, and what the other kinds of indicators say. */
class AttainmentInTimeTest {

    private static final IndicatorTerms NEW_FIRMS = terms(
            Comparison.CUMULATIVE_COUNT, Measure.COUNT, Baseline.NONE, new Goal(AT_LEAST, n("100"), 2020), 2018, 2020);

    @Test
    void a_sum_that_is_there_early_is_met_and_one_that_is_not_is_in_progress() {
        assertThat(Attainment.evaluate(NEW_FIRMS, values(2018, n("60"), n("40")), 2019)
                        .verdict())
                .isEqualTo(Verdict.MET);
        assertThat(Attainment.evaluate(NEW_FIRMS, values(2018, n("60"), n("39")), 2019)
                        .verdict())
                .isEqualTo(Verdict.IN_PROGRESS);
    }

    @Test
    void a_stock_that_is_there_early_may_still_fall() {
        IndicatorTerms stock = terms(
                Comparison.STOCK_BY_DEADLINE,
                Measure.COUNT,
                Baseline.NONE,
                new Goal(AT_LEAST, n("5"), 2020),
                2018,
                2020);
        assertThat(Attainment.evaluate(stock, values(2018, n("7")), 2018).verdict())
                .isEqualTo(Verdict.IN_PROGRESS);
    }

    @Test
    void an_unfinished_last_year_is_not_failed_and_an_unfinished_earlier_one_counts_with_what_it_has() {
        Observations begun = values(2018, n("10"), n("10")).with(Item.VALUE, 2020, new YearFigure(n("5"), false));
        assertThat(Attainment.evaluate(NEW_FIRMS, begun, 2020).verdict()).isEqualTo(Verdict.IN_PROGRESS);
        Observations holed = begun.with(Item.VALUE, 2019, new YearFigure(n("5"), false));
        assertThat(Attainment.evaluate(NEW_FIRMS, holed, 2020).shownMeasured()).isEqualByComparingTo("20");
        assertThat(Attainment.evaluate(NEW_FIRMS, holed, 2020).missingYears()).isEmpty();
    }

    @Test
    void without_any_figure_a_sum_cannot_be_computed() {
        Evaluation evaluation = Attainment.evaluate(NEW_FIRMS, Observations.NONE, 2019);
        assertThat(evaluation.verdict()).isEqualTo(Verdict.NOT_COMPUTABLE);
        assertThat(evaluation.missingYears()).containsExactly(2018, 2019);
    }

    @Test
    void before_the_programme_begins_there_is_no_sum_of_zero() {
        Evaluation evaluation = Attainment.evaluate(NEW_FIRMS, Observations.NONE, 2017);
        assertThat(evaluation.measured()).isNull();
        assertThat(evaluation.verdict()).isEqualTo(Verdict.NOT_COMPUTABLE);
    }

    @Test
    void growth_over_an_unfinished_year_before_is_not_computed() {
        IndicatorTerms growth =
                terms(Comparison.GROWTH_VS_PREVIOUS_YEAR, Measure.PERCENT, Baseline.NONE, null, 2018, 2020);
        Observations observed =
                values(2018, n("100"), n("100"), n("150")).with(Item.VALUE, 2019, new YearFigure(n("50"), false));
        Evaluation evaluation = Attainment.evaluate(growth, observed, 2020);
        assertThat(evaluation.obstacle()).isEqualTo(Obstacle.YEARS_MISSING);
        assertThat(evaluation.missingYears()).containsExactly(2019);
    }

    @Test
    void a_quarter_that_nobody_reported_leaves_the_sum_a_lower_bound_and_never_complete() {
        Observations holed = Observations.NONE
                .with(Item.VALUE, 2018, new YearFigure(n("19"), false))
                .with(Item.VALUE, 2019, new YearFigure(n("20"), true))
                .with(Item.VALUE, 2020, new YearFigure(n("10"), true));
        Evaluation evaluation = Attainment.evaluate(NEW_FIRMS, holed, 2020);
        assertThat(evaluation.shownMeasured()).isEqualByComparingTo("49");
        assertThat(evaluation.verdict()).isEqualTo(Verdict.IN_PROGRESS);
    }

    @Test
    void in_an_unfinished_year_the_growth_of_the_last_whole_one_is_read() {
        IndicatorTerms growth = terms(
                Comparison.GROWTH_VS_PREVIOUS_YEAR,
                Measure.PERCENT,
                Baseline.NONE,
                new Goal(AT_LEAST, n("10"), 2020),
                2018,
                2020);
        Observations observed = values(2018, n("100"), n("108")).with(Item.VALUE, 2020, new YearFigure(n("50"), false));
        Evaluation evaluation = Attainment.evaluate(growth, observed, 2020);
        assertThat(evaluation.year()).isEqualTo(2019);
        assertThat(evaluation.shownMeasured()).isEqualByComparingTo("8");
        assertThat(evaluation.verdict()).isEqualTo(Verdict.IN_PROGRESS);
    }

    @Test
    void something_of_nothing_is_no_share() {
        IndicatorTerms share = terms(
                Comparison.RATIO_FLOOR, Measure.PERCENT, Baseline.NONE, new Goal(AT_LEAST, n("80"), 2020), 2018, 2020);
        assertThat(Attainment.evaluate(share, AttainmentTest.share(n("3"), n("0")), 2020)
                        .obstacle())
                .isEqualTo(Obstacle.DENOMINATOR_NOT_POSITIVE);
    }

    @Test
    void half_a_year_of_revenue_is_not_held_against_a_whole_base_year() {
        IndicatorTerms revenue = terms(
                Comparison.GROWTH_VS_BASE_YEAR,
                Measure.PERCENT,
                new Baseline(2017, n("100")),
                new Goal(AT_LEAST, n("30"), 2020),
                2018,
                2020);
        YearFigure half = new YearFigure(n("60"), false);
        Evaluation second = Attainment.evaluate(revenue, values(2018, n("110")).with(Item.VALUE, 2019, half), 2019);
        assertThat(second.year()).isEqualTo(2018);
        assertThat(second.shownMeasured()).isEqualTo(n("10.00"));
        Evaluation first = Attainment.evaluate(revenue, Observations.NONE.with(Item.VALUE, 2018, half), 2018);
        assertThat(first.verdict()).isEqualTo(Verdict.IN_PROGRESS);
        assertThat(first.obstacle()).isEqualTo(Obstacle.YEAR_INCOMPLETE);
    }

    @Test
    void a_yearly_growth_floor_holds_for_each_year() {
        IndicatorTerms floor = terms(
                Comparison.GROWTH_FLOOR,
                Measure.PERCENT,
                new Baseline(2017, n("100")),
                new Goal(AT_LEAST, n("15"), 2020),
                2018,
                2020);
        Evaluation evaluation = Attainment.evaluate(floor, values(2018, n("115"), n("132"), n("160")), 2020);
        assertThat(evaluation.years())
                .extracting(YearResult::verdict)
                .containsExactly(Verdict.MET, Verdict.NOT_MET, Verdict.MET);
        assertThat(evaluation.verdict()).isEqualTo(Verdict.NOT_MET);

        Evaluation holed = Attainment.evaluate(floor, values(2018, n("115")).with(Item.VALUE, 2020, n("160")), 2020);
        assertThat(holed.missingYears()).containsExactly(2019);
        assertThat(holed.verdict()).isEqualTo(Verdict.PARTIAL);
    }

    @Test
    void yearly_goals_are_partial_with_a_year_missing_and_in_progress_before_the_end() {
        Goal one = new Goal(AT_LEAST, n("1"), 2018);
        IndicatorTerms contest = new IndicatorTerms(
                Comparison.PER_YEAR_COUNT,
                Accumulation.YEARLY_FLOW,
                Measure.COUNT,
                Baseline.NONE,
                one,
                Map.of(2017, one, 2018, one),
                2016,
                2018);
        assertThat(Attainment.evaluate(contest, values(2016, n("0"), n("1")), 2017)
                        .verdict())
                .isEqualTo(Verdict.IN_PROGRESS);
        assertThat(Attainment.evaluate(contest, values(2016, n("0"), n("1")), 2018)
                        .verdict())
                .isEqualTo(Verdict.PARTIAL);
        assertThat(Attainment.evaluate(contest, values(2016, n("0"), n("1"), n("1")), 2018)
                        .verdict())
                .isEqualTo(Verdict.MET);
    }

    @Test
    void a_ratio_in_times_is_not_turned_into_percent() {
        IndicatorTerms matching = terms(
                Comparison.RATIO_FLOOR, Measure.RATIO, Baseline.NONE, new Goal(EXACTLY, n("6.5"), 2020), 2018, 2020);
        Evaluation evaluation = Attainment.evaluate(matching, AttainmentTest.share(n("39"), n("6")), 2020);
        assertThat(evaluation.measured()).isEqualByComparingTo("6.5");
        assertThat(evaluation.verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    void a_share_of_flows_divides_the_sums_and_never_averages_shares() {
        IndicatorTerms share = new IndicatorTerms(
                Comparison.RATIO_FLOOR,
                Accumulation.FLOW,
                Measure.PERCENT,
                Baseline.NONE,
                new Goal(AT_LEAST, n("50"), 2019),
                Map.of(),
                2018,
                2019);
        Observations observed = Observations.NONE
                .with(Item.NUMERATOR, 2018, n("1"))
                .with(Item.DENOMINATOR, 2018, n("1"))
                .with(Item.NUMERATOR, 2019, n("0"))
                .with(Item.DENOMINATOR, 2019, n("99"));
        assertThat(Attainment.evaluate(share, observed, 2019).shownMeasured()).isEqualTo(n("1.00"));
    }

    @ParameterizedTest
    @CsvSource({"2019, 2020, MET", "2021, 2021, NOT_MET", ", 2019, IN_PROGRESS"})
    void a_milestone_counts_when_it_is_done_by_its_year(Integer done, int upTo, Verdict verdict) {
        IndicatorTerms milestone = terms(
                Comparison.MILESTONE,
                Measure.MILESTONE,
                Baseline.NONE,
                new Goal(EXACTLY, BigDecimal.ONE, 2020),
                2018,
                2021);
        Observations observed = Observations.NONE;
        for (int year = 2018; year <= upTo; year++) {
            observed = observed.with(
                    Item.MILESTONE, year, done != null && year >= done ? BigDecimal.ONE : BigDecimal.ZERO);
        }
        assertThat(Attainment.evaluate(milestone, observed, upTo).verdict())
                .isEqualTo(done != null && done <= 2020 ? Verdict.MET : verdict);
    }

    @Test
    void a_sentence_is_reported() {
        IndicatorTerms text = terms(
                Comparison.QUALITATIVE, Measure.TEXT, Baseline.NONE, new Goal(QUALITATIVE, null, 2020), 2018, 2020);
        assertThat(Attainment.evaluate(text, Observations.NONE.with(Item.TEXT, 2019, BigDecimal.ONE), 2020)
                        .verdict())
                .isEqualTo(Verdict.REPORTED);
        assertThat(Attainment.evaluate(text, Observations.NONE, 2020).obstacle())
                .isEqualTo(Obstacle.YEARS_MISSING);
    }

    @Test
    void figures_that_accumulate_otherwise_are_not_accepted() {
        assertThatThrownBy(() -> new IndicatorTerms(
                        Comparison.STOCK_BY_DEADLINE,
                        Accumulation.FLOW,
                        Measure.COUNT,
                        Baseline.NONE,
                        null,
                        Map.of(),
                        2018,
                        2020))
                .isInstanceOf(IllegalArgumentException.class);
        for (Comparison comparison : Comparison.values()) {
            assertThat(comparison.accepts(comparison.usualAccumulation())).isTrue();
            assertThat(comparison.items()).isNotEmpty();
        }
    }

    @Test
    void a_year_is_made_of_its_quarters() {
        Map<Integer, BigDecimal> half = Map.of(1, n("10"), 2, n("20"));
        assertThat(Accumulation.FLOW.ofQuarters(half)).isEqualTo(new YearFigure(n("30"), false));
        assertThat(Accumulation.STOCK.ofQuarters(half)).isEqualTo(new YearFigure(n("20"), false));
        assertThat(Accumulation.STOCK.ofQuarters(Map.of(4, n("9")))).isEqualTo(new YearFigure(n("9"), true));
        assertThat(Accumulation.FLOW.ofQuarters(Map.of())).isNull();
    }

    @Test
    void a_range_needs_two_ends_in_order() {
        assertThat(new Goal(Operator.RANGE, n("15"), n("20"), 2018).refusals()).isEmpty();
        assertThat(new Goal(Operator.RANGE, n("20"), n("15"), 2018).refusals())
                .extracting("key")
                .containsExactly("programme.goal.rangeReversed");
        assertThat(new Goal(Operator.RANGE, n("15"), 2018).refusals())
                .extracting("field")
                .containsExactly("upper");
        assertThat(new Goal(AT_LEAST, null, 2018).refusals()).isEmpty();
    }
}
