package fledge.programme.rules;

import static fledge.programme.rules.Comparison.AVG_ANNUAL_GROWTH_FLOOR;
import static fledge.programme.rules.Comparison.BALANCE_BY_DEADLINE;
import static fledge.programme.rules.Comparison.COVERAGE;
import static fledge.programme.rules.Comparison.CUMULATIVE_AMOUNT;
import static fledge.programme.rules.Comparison.CUMULATIVE_COUNT;
import static fledge.programme.rules.Comparison.CUMULATIVE_FLOW_OVER_BASE_FLOW;
import static fledge.programme.rules.Comparison.GROWTH_VS_BASE_YEAR;
import static fledge.programme.rules.Comparison.GROWTH_VS_PREVIOUS_YEAR;
import static fledge.programme.rules.Comparison.PER_YEAR_COUNT;
import static fledge.programme.rules.Comparison.RANGE_COUNT;
import static fledge.programme.rules.Comparison.RATIO_FLOOR;
import static fledge.programme.rules.Item.DENOMINATOR;
import static fledge.programme.rules.Item.NUMERATOR;
import static fledge.programme.rules.Item.VALUE;
import static fledge.programme.rules.Operator.ABOUT;
import static fledge.programme.rules.Operator.AT_LEAST;
import static fledge.programme.rules.Operator.EXACTLY;
import static fledge.programme.rules.Operator.MORE_THAN;
import static fledge.programme.rules.Operator.RANGE;
import static fledge.programme.rules.Verdict.MET;
import static fledge.programme.rules.Verdict.NOT_MET;
import static org.assertj.core.api.Assertions.assertThat;

import fledge.kernel.Measure;
import fledge.kernel.Reason;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The acceptance examples A01 to A27, with the documents' own numbers. */
class AttainmentTest {

    private static final Goal NO_GOAL = null;

    private static final IndicatorTerms JIANGMEN_REVENUE = terms(
            GROWTH_VS_BASE_YEAR,
            Measure.PERCENT,
            new Baseline(2014, yi("2644.08")),
            new Goal(AT_LEAST, n("55"), 2017),
            2015,
            2017);

    @Test
    void A01_the_absolute_target_follows_from_baseline_and_percentage() {
        AbsoluteTarget target = AbsoluteTarget.of(JIANGMEN_REVENUE);
        assertThat(target).isNotNull();
        assertThat(target.level()).isEqualByComparingTo("409832400000");
        assertThat(Measure.CNY_YI.fromBase(target.level())).isEqualByComparingTo("4098.324");
        assertThat(target.increment()).isEqualByComparingTo("145424400000");
    }

    @Test
    void A02_reaching_the_target_exactly_meets_it() {
        assertThat(Attainment.evaluate(JIANGMEN_REVENUE, values(2017, yi("4098.324")), 2017))
                .satisfies(is(MET, "55.00", "100.00"));
    }

    @Test
    void A03_a_figure_that_only_rounds_to_the_target_does_not_meet_it() {
        Evaluation evaluation = Attainment.evaluate(JIANGMEN_REVENUE, values(2017, yi("4098.32")), 2017);
        assertThat(evaluation).satisfies(is(NOT_MET, "55.00", "100.00"));
        assertThat(evaluation.measured()).isLessThan(n("55")).isGreaterThan(n("54.9998"));
    }

    @Test
    void A04_progress_is_growth_over_target_growth() {
        assertThat(Attainment.evaluate(JIANGMEN_REVENUE, values(2016, yi("3500")), 2016))
                .satisfies(is(Verdict.IN_PROGRESS, "32.37", "58.86"));
    }

    @Test
    void A07_without_a_base_year_value_nothing_is_computed_and_nothing_shown_as_zero() {
        IndicatorTerms patents = terms(
                GROWTH_VS_BASE_YEAR,
                Measure.PERCENT,
                new Baseline(2014, null),
                new Goal(AT_LEAST, n("100"), 2017),
                2015,
                2017);
        Evaluation evaluation = Attainment.evaluate(patents, values(2017, n("900")), 2017);
        assertThat(evaluation.verdict()).isEqualTo(Verdict.NOT_COMPUTABLE);
        assertThat(evaluation.obstacle()).isEqualTo(Obstacle.BASELINE_MISSING);
        assertThat(evaluation.measured()).isNull();
        assertThat(evaluation.completion()).isNull();
        assertThat(AbsoluteTarget.of(patents)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"0, true", "-1, true", "0.01, false", ", false"})
    void A08_a_base_value_of_zero_or_less_is_refused_for_growth(BigDecimal value, boolean refused) {
        assertThat(Baseline.refusals(GROWTH_VS_BASE_YEAR, value))
                .isEqualTo(refused ? List.of(Reason.on("baselineValue", "programme.baseline.notPositive")) : List.of());
        assertThat(Baseline.refusals(CUMULATIVE_COUNT, value)).isEmpty();
    }

    @Test
    void A08_a_base_value_of_zero_that_got_in_all_the_same_is_not_divided_by() {
        IndicatorTerms terms =
                terms(GROWTH_VS_BASE_YEAR, Measure.PERCENT, new Baseline(2014, n("0")), NO_GOAL, 2015, 2017);
        assertThat(Attainment.evaluate(terms, values(2017, n("5")), 2017).obstacle())
                .isEqualTo(Obstacle.BASELINE_NOT_POSITIVE);
    }

    @Test
    void A09_a_lost_target_is_not_available_while_the_growth_is_still_computed() {
        IndicatorTerms revenue = terms(
                GROWTH_VS_BASE_YEAR,
                Measure.PERCENT,
                new Baseline(2015, yi("8030")),
                new Goal(AT_LEAST, null, 2018),
                2016,
                2018);
        Evaluation evaluation = Attainment.evaluate(revenue, values(2018, yi("12045")), 2018);
        assertThat(evaluation).satisfies(is(Verdict.TARGET_MISSING, "50.00", null));
        assertThat(evaluation.obstacle()).isEqualTo(Obstacle.TARGET_NOT_AVAILABLE);
    }

    @Test
    void A11_new_jobs_of_three_years_are_divided_by_the_new_jobs_of_the_base_year() {
        Observations jobs = values(2016, wan("30"), wan("35"), wan("45"));
        assertThat(Attainment.evaluate(jinanJobs(), jobs, 2018)).satisfies(is(Verdict.REPORTED, "275.00", null));
    }

    @Test
    void A12_a_missing_year_leaves_a_partial_result_and_no_value() {
        Observations jobs = values(2016, wan("30")).with(VALUE, 2018, wan("45"));
        Evaluation evaluation = Attainment.evaluate(jinanJobs(), jobs, 2018);
        assertThat(evaluation).satisfies(is(Verdict.PARTIAL, null, null));
        assertThat(evaluation.obstacle()).isEqualTo(Obstacle.YEARS_MISSING);
        assertThat(evaluation.missingYears()).containsExactly(2017);
    }

    @Test
    void A13_growth_is_in_percent_although_the_printed_formula_forgets_to_say_so() {
        IndicatorTerms contracts =
                terms(GROWTH_VS_BASE_YEAR, Measure.PERCENT, new Baseline(2015, n("80")), NO_GOAL, 2016, 2018);
        assertThat(Attainment.evaluate(contracts, values(2018, n("200")), 2018))
                .satisfies(is(Verdict.REPORTED, "150.00", null));
    }

    @ParameterizedTest
    @CsvSource({"2000, 6000.00, 100.00, MET", "1999, 5999.00, 99.98, NOT_MET"})
    void A15_three_years_of_new_enterprises_add_up(
            BigDecimal last, BigDecimal sum, BigDecimal completion, Verdict verdict) {
        IndicatorTerms enterprises = luqiao(CUMULATIVE_COUNT, Measure.COUNT, new Goal(AT_LEAST, n("6000"), 2020));
        assertThat(Attainment.evaluate(enterprises, values(2018, n("1950"), n("2050"), last), 2020))
                .satisfies(is(verdict, sum.toString(), completion.toString()));
    }

    @ParameterizedTest
    @CsvSource({"480, 80.00, MET", "479, 79.83, NOT_MET"})
    void A16_the_share_of_conversions_into_company_form(BigDecimal companies, String share, Verdict verdict) {
        IndicatorTerms terms = luqiao(RATIO_FLOOR, Measure.PERCENT, new Goal(AT_LEAST, n("80"), 2020));
        assertThat(Attainment.evaluate(terms, share(companies, n("600")), 2020)).satisfies(is(verdict, share, null));
    }

    @ParameterizedTest
    @CsvSource({"119.1016, 6.00, 100.00, MET", "119.10, 6.00, 99.99, NOT_MET"})
    void A17_average_growth_is_compared_by_its_power_not_by_its_rounded_root(
            BigDecimal end, String shown, String completion, Verdict verdict) {
        IndicatorTerms valueAdded = terms(
                AVG_ANNUAL_GROWTH_FLOOR,
                Measure.PERCENT,
                new Baseline(2017, n("100")),
                new Goal(AT_LEAST, n("6"), 2020),
                2018,
                2020);
        Evaluation evaluation = Attainment.evaluate(valueAdded, values(2020, end), 2020);
        assertThat(evaluation).satisfies(is(verdict, shown, completion));
        if (verdict == NOT_MET) {
            assertThat(evaluation.measured()).isBetween(n("5.9995"), n("5.9996"));
        } else {
            assertThat(evaluation.measured()).isEqualByComparingTo("6");
        }
        AbsoluteTarget target = AbsoluteTarget.of(valueAdded);
        assertThat(target).isNotNull();
        assertThat(target.level()).isEqualByComparingTo("119.1016");
    }

    @ParameterizedTest
    @CsvSource({"1000, 1000, MET, 100.00", "999, 1000, NOT_MET, 99.90", "0, 0, NOT_APPLICABLE, "})
    void A19_coverage_of_nothing_does_not_apply(
            BigDecimal covered, BigDecimal eligible, Verdict verdict, String shown) {
        IndicatorTerms tax = luqiao(COVERAGE, Measure.PERCENT, new Goal(EXACTLY, n("100"), 2020));
        assertThat(Attainment.evaluate(tax, share(covered, eligible), 2020)).satisfies(is(verdict, shown, null));
    }

    @ParameterizedTest
    @CsvSource({"25, MET", "24.99, NOT_MET"})
    void A20_a_share_that_only_rounds_to_the_floor_does_not_meet_it(BigDecimal spent, Verdict verdict) {
        IndicatorTerms research = luqiao(RATIO_FLOOR, Measure.PERCENT, new Goal(AT_LEAST, n("2.5"), 2020));
        assertThat(Attainment.evaluate(research, share(wan(spent.toString()), wan("1000")), 2020))
                .satisfies(is(verdict, "2.50", null));
    }

    @ParameterizedTest
    @CsvSource({"40.00, NOT_MET", "40.01, MET"})
    void A21_more_than_forty_is_not_forty(BigDecimal workshops, Verdict verdict) {
        IndicatorTerms terms = luqiao(CUMULATIVE_AMOUNT, Measure.WAN_M2, new Goal(MORE_THAN, wan("40"), 2020));
        Observations built =
                values(2018, n("0"), wan("10"), wan(workshops.toString()).subtract(wan("10")));
        assertThat(Attainment.evaluate(terms, built, 2020).verdict()).isEqualTo(verdict);
    }

    @Test
    void A22_balances_of_three_years_are_not_added() {
        IndicatorTerms credit = luqiao(BALANCE_BY_DEADLINE, Measure.CNY_YI, new Goal(AT_LEAST, yi("10"), 2020));
        Evaluation evaluation = Attainment.evaluate(credit, values(2018, yi("6"), yi("8"), yi("10")), 2020);
        assertThat(evaluation.verdict()).isEqualTo(MET);
        assertThat(evaluation.measured()).isEqualByComparingTo(yi("10"));
        assertThat(BALANCE_BY_DEADLINE.accepts(Accumulation.FLOW)).isFalse();
    }

    @Test
    void A23_every_year_is_judged_alone_against_about_thirty() {
        Goal about = new Goal(ABOUT, n("30"), 2018);
        IndicatorTerms spaces = new IndicatorTerms(
                PER_YEAR_COUNT,
                Accumulation.YEARLY_FLOW,
                Measure.COUNT,
                Baseline.NONE,
                about,
                Map.of(2016, about, 2017, about, 2018, about),
                2016,
                2018);
        Evaluation evaluation = Attainment.evaluate(spaces, values(2016, n("28"), n("33"), n("30")), 2018);
        assertThat(evaluation.years())
                .extracting(year -> Evaluation.shown(year.completion()))
                .containsExactly(n("93.33"), n("110.00"), n("100.00"));
        assertThat(evaluation.years()).extracting(YearResult::verdict).containsExactly(Verdict.BELOW, MET, MET);
        assertThat(evaluation.total()).isEqualByComparingTo("91");
        assertThat(evaluation.approximate()).isTrue();
        assertThat(evaluation.verdict()).isEqualTo(Verdict.BELOW);
    }

    @ParameterizedTest
    @CsvSource({"14, BELOW", "15, WITHIN", "20, WITHIN", "21, ABOVE"})
    void A24_more_than_the_range_is_shown_but_not_failed(BigDecimal bases, Verdict verdict) {
        IndicatorTerms terms =
                terms(RANGE_COUNT, Measure.COUNT, Baseline.NONE, new Goal(RANGE, n("15"), n("20"), 2018), 2018, 2018);
        assertThat(Attainment.evaluate(terms, values(2018, bases), 2018).verdict())
                .isEqualTo(verdict);
        assertThat(verdict.isAchieved()).isEqualTo(verdict != Verdict.BELOW);
    }

    @Test
    void A26_an_exceeded_task_shows_by_how_much() {
        IndicatorTerms firms =
                terms(PER_YEAR_COUNT, Measure.COUNT, Baseline.NONE, new Goal(AT_LEAST, n("206"), 2016), 2016, 2016);
        Evaluation evaluation = Attainment.evaluate(firms, values(2016, n("339")), 2016);
        assertThat(evaluation).satisfies(is(MET, "339.00", "164.56"));
        assertThat(evaluation.difference()).isEqualByComparingTo("133");
    }

    @Test
    void A27_year_on_year_is_as_printed() {
        IndicatorTerms firms =
                terms(GROWTH_VS_PREVIOUS_YEAR, Measure.PERCENT, new Baseline(2015, n("71640")), NO_GOAL, 2016, 2016);
        assertThat(Attainment.evaluate(firms, values(2016, n("118020")), 2016))
                .satisfies(is(Verdict.REPORTED, "64.74", null));
    }

    private static IndicatorTerms jinanJobs() {
        return terms(
                CUMULATIVE_FLOW_OVER_BASE_FLOW, Measure.PERCENT, new Baseline(2015, wan("40")), NO_GOAL, 2016, 2018);
    }

    private static IndicatorTerms luqiao(Comparison comparison, Measure measure, Goal goal) {
        return terms(comparison, measure, Baseline.NONE, goal, 2018, 2020);
    }

    static IndicatorTerms terms(
            Comparison comparison, Measure measure, Baseline baseline, Goal goal, int firstYear, int lastYear) {
        return new IndicatorTerms(
                comparison, comparison.usualAccumulation(), measure, baseline, goal, Map.of(), firstYear, lastYear);
    }

    static Observations values(int firstYear, BigDecimal... values) {
        Observations observed = Observations.NONE;
        for (int i = 0; i < values.length; i++) {
            observed = observed.with(VALUE, firstYear + i, values[i]);
        }
        return observed;
    }

    static Observations share(BigDecimal numerator, BigDecimal denominator) {
        return Observations.NONE.with(NUMERATOR, 2020, numerator).with(DENOMINATOR, 2020, denominator);
    }

    private static Consumer<Evaluation> is(Verdict verdict, String measured, String completion) {
        return evaluation -> {
            assertThat(evaluation.verdict()).isEqualTo(verdict);
            assertThat(evaluation.shownMeasured()).isEqualTo(measured == null ? null : n(measured));
            if (completion != null || measured == null) {
                assertThat(evaluation.shownCompletion()).isEqualTo(completion == null ? null : n(completion));
            }
        };
    }

    static BigDecimal n(String number) {
        return new BigDecimal(number);
    }

    static BigDecimal wan(String number) {
        return n(number).scaleByPowerOfTen(4);
    }

    static BigDecimal yi(String number) {
        return n(number).scaleByPowerOfTen(8);
    }
}
