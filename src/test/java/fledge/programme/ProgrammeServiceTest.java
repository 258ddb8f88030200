package fledge.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fledge.access.NotFound;
import fledge.identity.AccountService;
import fledge.identity.UnitService;
import fledge.kernel.Measure;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.programme.rules.Attainment;
import fledge.programme.rules.Comparison;
import fledge.programme.rules.Direction;
import fledge.programme.rules.Goal;
import fledge.programme.rules.Item;
import fledge.programme.rules.Observations;
import fledge.programme.rules.Obstacle;
import fledge.programme.rules.Operator;
import fledge.programme.rules.Verdict;
import fledge.support.Cities;
import fledge.support.PortalTest;
import fledge.support.StatementCount;
import fledge.support.Superuser;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.ObjectOptimisticLockingFailureException;

@PortalTest
class ProgrammeServiceTest {

    @Autowired
    Cities cities;

    @Autowired
    UnitService units;

    @Autowired
    AccountService accounts;

    @Autowired
    ProgrammeService programmes;

    @Autowired
    TargetService targets;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Superuser superuser;

    ProgrammeStory story;

    @BeforeEach
    void found() {
        story = new ProgrammeStory(cities, units, accounts, programmes, targets);
    }

    @Test
    void fifty_five_percent_over_2644_08_is_4098_324_and_an_increment_of_1454_244() {
        UUID programme = story.printed("jm", 2015, 2017, 2014);
        UUID indicator = story.add(
                programme,
                story.indicator(
                        "revenue",
                        Comparison.GROWTH_VS_BASE_YEAR,
                        Measure.PERCENT,
                        Measure.CNY_YI,
                        ProgrammeStory.base(2014, "2644.08")));
        story.target(indicator, "55", 2017);
        var absolute = story.read(indicator).absoluteTarget().orElseThrow();
        assertThat(absolute.level()).isEqualByComparingTo("409832400000");
        assertThat(absolute.increment()).isEqualByComparingTo("145424400000");
    }

    @Test
    void growth_without_a_printed_base_cannot_be_computed_and_is_never_zero() {
        UUID programme = story.printed("jm", 2015, 2017, 2014);
        UUID indicator = story.add(
                programme,
                story.indicator(
                        "patents",
                        Comparison.GROWTH_VS_BASE_YEAR,
                        Measure.PERCENT,
                        Measure.COUNT,
                        Base.missing(2014, "原文未载明")));
        story.target(indicator, "100", 2017);
        IndicatorView view = story.read(indicator);
        assertThat(view.base().isMissing()).isTrue();
        assertThat(view.absoluteTarget()).isEmpty();
        var evaluation = Attainment.evaluate(
                view.terms().orElseThrow(), Observations.NONE.with(Item.VALUE, 2017, BigDecimal.valueOf(900)), 2017);
        assertThat(evaluation.verdict()).isEqualTo(Verdict.NOT_COMPUTABLE);
        assertThat(evaluation.obstacle()).isEqualTo(Obstacle.BASELINE_MISSING);
        assertThat(evaluation.measured()).isNull();
    }

    @Test
    void a_base_value_of_zero_is_refused_at_its_field() {
        UUID programme = story.printed("jm", 2015, 2017, 2014);
        for (String value : List.of("0", "-1")) {
            assertThatThrownBy(() -> story.add(
                            programme,
                            story.indicator(
                                    "patents",
                                    Comparison.GROWTH_VS_BASE_YEAR,
                                    Measure.PERCENT,
                                    Measure.COUNT,
                                    new Base(2014, new BigDecimal(value), FigureStatus.PRINTED, null))))
                    .isInstanceOfSatisfying(
                            RuleRefused.class,
                            refused -> assertThat(refused.reasons())
                                    .containsExactly(Reason.on("baselineValue", "programme.baseline.notPositive")));
        }
        assertThat(cities.in(story.city, () -> programmes.indicators(programme)))
                .isEmpty();
    }

    @Test
    void a_target_lost_with_its_image_is_not_available_while_growth_is_still_computed() {
        UUID programme = story.printed("jn", 2016, 2018, 2015);
        UUID indicator = story.add(
                programme,
                story.indicator(
                        "revenue",
                        Comparison.GROWTH_VS_BASE_YEAR,
                        Measure.PERCENT,
                        Measure.CNY_YI,
                        ProgrammeStory.base(2015, "8030")));
        story.set(indicator, NewTarget.missing(2018, Operator.AT_LEAST, "图片 2.jpg 缺失"));
        IndicatorView view = story.read(indicator);
        assertThat(view.finalTarget()).hasValueSatisfying(target -> {
            assertThat(target.isMissing()).isTrue();
            assertThat(target.value()).isNull();
            assertThat(target.missingReason()).isEqualTo("图片 2.jpg 缺失");
        });
        var evaluation = Attainment.evaluate(
                view.terms().orElseThrow(),
                Observations.NONE.with(Item.VALUE, 2018, Measure.CNY_YI.toBase(new BigDecimal("12045"))),
                2018);
        assertThat(evaluation.verdict()).isEqualTo(Verdict.TARGET_MISSING);
        assertThat(evaluation.shownMeasured()).isEqualByComparingTo("50.00");
    }

    @Test
    void everything_wrong_with_an_indicator_is_said_at_once() {
        UUID programme = story.printed("jm", 2015, 2017, 2014);
        story.counted(programme, "taken");
        var made = new NewIndicator(
                "taken",
                new Bilingual("", ""),
                new Bilingual("  ", ""),
                Measure.COUNT,
                Measure.COUNT,
                Comparison.STOCK_BY_DEADLINE,
                fledge.programme.rules.Accumulation.FLOW,
                Direction.HIGHER,
                SplitLaw.NONE,
                Definition.NONE,
                null,
                new Bounds(BigDecimal.TEN, BigDecimal.ONE, null, true),
                new Pace(BigDecimal.TEN, BigDecimal.TEN),
                Source.NONE,
                List.of(UUID.randomUUID()),
                List.of());
        assertThatThrownBy(() -> story.add(programme, made))
                .isInstanceOfSatisfying(
                        RuleRefused.class,
                        refused -> assertThat(refused.reasons())
                                .extracting(Reason::field)
                                .containsExactlyInAnyOrder(
                                        "code",
                                        "groupZh",
                                        "nameZh",
                                        "accumulation",
                                        "upperBound",
                                        "redFrom",
                                        "responsibleUnits"));
    }

    @Test
    void what_is_published_is_not_changed_any_more() {
        UUID programme = story.printed("jm", 2015, 2017, 2014);
        UUID indicator = story.counted(programme, "new");
        UUID target = story.target(indicator, "600", 2017);
        story.publish(programme);
        assertThatThrownBy(() -> story.counted(programme, "more")).isInstanceOf(RuleRefused.class);
        assertThatThrownBy(() -> story.target(indicator, "500", 2017)).isInstanceOf(RuleRefused.class);
        assertThatThrownBy(() -> cities.in(story.city, () -> {
                    targets.remove(indicator, target);
                    return indicator;
                }))
                .isInstanceOf(RuleRefused.class);
        assertThatThrownBy(() -> story.publish(programme)).isInstanceOf(RuleRefused.class);
    }

    @Test
    void the_first_unit_leads_and_reports_and_a_group_reports_by_its_members() {
        UUID programme = story.sample();
        UUID led = story.add(
                programme,
                story.indicator(
                        "led", Comparison.CUMULATIVE_COUNT, Measure.COUNT, Measure.COUNT, null, story.districts));
        UUID grouped = story.add(
                programme,
                story.indicator(
                        "grouped",
                        Comparison.CUMULATIVE_COUNT,
                        Measure.COUNT,
                        Measure.COUNT,
                        null,
                        List.of(story.group, story.districts.getFirst())));
        story.publish(programme);
        assertThat(story.read(led).leadUnit()).contains(story.districts.getFirst());
        assertThat(story.read(led).responsibleUnits()).isEqualTo(story.districts);
        assertThat(story.read(led).reportingUnits()).containsExactly(story.districts.getFirst());
        assertThat(story.read(grouped).reportingUnits()).hasSize(2).doesNotContain(story.group);
        assertThat(cities.in(story.city, programmes::running))
                .hasValueSatisfying(running -> assertThat(running.id()).isEqualTo(programme));
    }

    @Test
    void a_sample_without_a_lead_unit_is_not_published_and_a_printed_one_is() {
        UUID sample = story.sample();
        story.add(
                sample,
                story.indicator("nobody", Comparison.CUMULATIVE_COUNT, Measure.COUNT, Measure.COUNT, null, List.of()));
        assertThatThrownBy(() -> story.publish(sample)).isInstanceOf(RuleRefused.class);
        UUID printed = story.printed("cd", 2016, 2016, 2015);
        story.add(
                printed,
                story.indicator("nobody", Comparison.CUMULATIVE_COUNT, Measure.COUNT, Measure.COUNT, null, List.of()));
        story.publish(printed);
        assertThat(cities.in(story.city, () -> programmes.programme(printed)).running())
                .isFalse();
    }

    @Test
    void a_revision_of_what_somebody_else_changed_meanwhile_is_a_conflict() {
        UUID programme = story.printed("jm", 2015, 2017, 2014);
        UUID indicator = story.counted(programme, "new");
        int version = story.read(indicator).version();
        var made = story.indicator(
                "renamed", Comparison.CUMULATIVE_COUNT, Measure.COUNT, Measure.COUNT, null, story.districts);
        revise(indicator, version, made);
        assertThat(story.read(indicator).code()).isEqualTo("renamed");
        assertThat(story.read(indicator).responsibleUnits()).isEqualTo(story.districts);
        revise(
                indicator,
                story.read(indicator).version(),
                story.indicator(
                        "renamed",
                        Comparison.CUMULATIVE_COUNT,
                        Measure.COUNT,
                        Measure.COUNT,
                        null,
                        story.districts.reversed()));
        assertThat(story.read(indicator).responsibleUnits()).isEqualTo(story.districts.reversed());
        assertThatThrownBy(() -> revise(indicator, version, made))
                .isInstanceOf(ObjectOptimisticLockingFailureException.class);
    }

    @Test
    void a_target_is_refused_with_the_field_it_is_wrong_at() {
        UUID programme = story.printed("jm", 2015, 2017, 2014);
        UUID indicator = story.counted(programme, "new");
        story.target(indicator, "600", 2017);
        assertThatThrownBy(() -> story.target(indicator, "600", 2018)).satisfies(at("finalTarget"));
        assertThatThrownBy(() -> story.target(indicator, "600.5", 2017)).satisfies(at("value"));
        assertThatThrownBy(() -> story.target(indicator, "-1", 2017)).satisfies(at("value"));
        assertThatThrownBy(() -> story.set(
                        indicator,
                        new NewTarget(
                                2016,
                                Operator.RANGE,
                                BigDecimal.valueOf(20),
                                BigDecimal.valueOf(15),
                                FigureStatus.PRINTED,
                                null,
                                false,
                                null)))
                .satisfies(at("upper"));
        assertThatThrownBy(() -> story.set(
                        indicator,
                        new NewTarget(2016, Operator.AT_LEAST, null, null, FigureStatus.MISSING, " ", false, null)))
                .satisfies(at("missingReason"));
        story.target(indicator, "700", 2017);
        assertThat(story.read(indicator).goal()).isEqualTo(new Goal(Operator.AT_LEAST, BigDecimal.valueOf(700), 2017));
    }

    @Test
    void a_list_of_indicators_takes_the_binding_and_five_statements_however_many_there_are() throws Exception {
        UUID small = story.printed("small", 2015, 2017, 2014);
        UUID large = story.printed("large", 2015, 2017, 2014);
        story.target(story.counted(small, "one"), "600", 2017);
        for (int i = 0; i < 8; i++) {
            story.target(story.counted(large, "code-" + i), "600", 2017);
        }
        assertThat(statements(small)).isEqualTo(statements(large)).isLessThanOrEqualTo(6);
        story.publish(large);
        assertThat(cities.in(story.city, () -> programmes.indicators(large)))
                .hasSize(8)
                .allSatisfy(indicator -> {
                    assertThat(indicator.targets()).hasSize(1);
                    assertThat(indicator.reportingUnits()).hasSize(1);
                });
    }

    @Test
    void another_city_sees_none_of_it() {
        UUID programme = story.printed("jm", 2015, 2017, 2014);
        UUID indicator = story.counted(programme, "new");
        story.target(indicator, "600", 2017);
        story.publish(programme);
        var other = cities.fresh();
        assertThatThrownBy(() -> cities.in(other, () -> programmes.programme(programme)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> cities.in(other, () -> programmes.indicator(indicator)))
                .isInstanceOf(NotFound.class);
        assertThat(cities.in(other, programmes::programmes)).isEmpty();
        for (String table : List.of("programme", "indicator", "target", "responsibility", "reporting_unit", "phase")) {
            assertThat(cities.in(
                            other,
                            () -> jdbc.sql("select count(*) from " + table)
                                    .query(Integer.class)
                                    .single()))
                    .as(table)
                    .isZero();
            assertThat(cities.in(
                            story.city,
                            () -> jdbc.sql("select count(*) from " + table)
                                    .query(Integer.class)
                                    .single()))
                    .as(table)
                    .isPositive();
        }
    }

    private void revise(UUID indicator, int version, NewIndicator made) {
        cities.in(story.city, () -> {
            programmes.reviseIndicator(indicator, version, made);
            return indicator;
        });
    }

    private long statements(UUID programme) throws Exception {
        return StatementCount.during(() -> cities.in(story.city, () -> programmes.indicators(programme)))
                .statements()
                .size();
    }

    private static java.util.function.Consumer<Throwable> at(String field) {
        return thrown -> assertThat(((RuleRefused) thrown).reasons())
                .extracting(Reason::field)
                .contains(field);
    }
}
