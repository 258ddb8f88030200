package fledge.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fledge.access.Actor;
import fledge.access.Role;
import fledge.identity.AccountService;
import fledge.identity.UnitService;
import fledge.kernel.Measure;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.programme.rules.Comparison;
import fledge.programme.rules.Operator;
import fledge.support.Cities;
import fledge.support.PortalTest;
import fledge.tenancy.City;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.ObjectOptimisticLockingFailureException;

@PortalTest
class ApportionmentServiceTest {

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
    ApportionmentService apportionments;

    @Autowired
    JdbcClient jdbc;

    ProgrammeStory story;
    UUID indicator;

    @BeforeEach
    void found() {
        story = new ProgrammeStory(cities, units, accounts, programmes, targets);
        UUID programme = story.printed("jm", 2015, 2017, 2014);
        indicator = story.counted(programme, "new");
        story.target(indicator, "600", 2017);
        story.publish(programme);
    }

    @Test
    void parts_of_599_are_not_issued_for_600_and_parts_of_600_are() {
        AllocationView split = draft(0, 200, 250, 149);
        assertThat(split.residual(split.wholes().getFirst())).isEqualByComparingTo("1");
        assertThat(split.closes()).isFalse();
        assertThatThrownBy(() -> issue(story.decider, split.version()))
                .isInstanceOfSatisfying(
                        RuleRefused.class,
                        refused -> assertThat(refused.reasons())
                                .containsExactly(Reason.of(
                                        "programme.apportionment.short",
                                        BigDecimal.valueOf(599),
                                        BigDecimal.valueOf(600),
                                        BigDecimal.ONE)));
        AllocationView closed = draft(split.version(), 200, 250, 150);
        assertThat(closed.closes()).isTrue();
        AllocationView issued = issue(story.decider, closed.version());
        assertThat(issued.isIssued()).isTrue();
        assertThat(issued.documentNo()).isEqualTo("江府办〔2015〕1号");
        assertThat(issued.sumOf(story.districts.getLast())).isEqualByComparingTo("150");
    }

    @Test
    void who_drafted_does_not_issue_and_neither_does_who_entered_a_part() {
        Actor both = story.person(accounts, "planner-2", Role.PLANNER);
        AllocationView mine = draft(0, 200, 250, 149);
        AllocationView closed = draft(both, mine.version(), 200, 250, 150);
        assertThatThrownBy(() -> issue(both, closed.version()))
                .satisfies(refusedWith("programme.apportionment.samePerson"));
        assertThatThrownBy(() -> issue(story.planner, closed.version()))
                .satisfies(refusedWith("programme.apportionment.samePerson"));
        assertThatThrownBy(() -> cities.in(
                        story.city,
                        () -> jdbc.sql(
                                        "update allocation_plan set status = 'ISSUED', issued_at = now(), issued_by = ?, document_no = 'x'")
                                .param(story.planner.personId())
                                .update()))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> cities.in(
                        story.city,
                        () -> jdbc.sql(
                                        "update allocation_plan set status = 'ISSUED', issued_at = now(), issued_by = ?, document_no = 'x'")
                                .param(both.personId())
                                .update()))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void what_is_issued_stays_as_it_is() {
        AllocationView closed = draft(0, 200, 250, 150);
        AllocationView issued = issue(story.decider, closed.version());
        assertThatThrownBy(() -> draft(issued.version(), 100, 350, 150))
                .satisfies(refusedWith("programme.apportionment.issued"));
        for (String sql : List.of(
                "update allocation set value = 1",
                "delete from allocation",
                "update allocation_plan set document_no = 'other'")) {
            assertThatThrownBy(() -> cities.in(story.city, () -> jdbc.sql(sql).update()))
                    .as(sql)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void two_people_on_one_draft_get_a_conflict() {
        AllocationView first = draft(0, 200, 250, 149);
        draft(first.version(), 200, 250, 150);
        assertThatThrownBy(() -> draft(first.version(), 0, 0, 600))
                .isInstanceOf(ObjectOptimisticLockingFailureException.class);
        assertThatThrownBy(() -> issue(story.decider, first.version()))
                .isInstanceOf(ObjectOptimisticLockingFailureException.class);
    }

    @Test
    void equal_parts_and_weighted_parts_always_close() {
        AllocationView equal =
                cities.as(story.city, story.planner, () -> apportionments.draftEqually(indicator, 0, story.districts));
        assertThat(equal.closes()).isTrue();
        assertThat(equal.sumOf(story.districts.getFirst())).isEqualByComparingTo("200");
        Map<UUID, BigDecimal> weights = new LinkedHashMap<>();
        weights.put(story.districts.get(0), BigDecimal.valueOf(1));
        weights.put(story.districts.get(1), BigDecimal.valueOf(2));
        weights.put(story.districts.get(2), BigDecimal.valueOf(4));
        AllocationView weighted = cities.as(
                story.city, story.planner, () -> apportionments.draftByWeights(indicator, equal.version(), weights));
        assertThat(weighted.closes()).isTrue();
        assertThat(story.districts.stream().map(weighted::sumOf))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(BigDecimal.valueOf(86), BigDecimal.valueOf(171), BigDecimal.valueOf(343));
    }

    @Test
    void yearly_targets_of_a_cumulative_indicator_are_met_by_all_parts_up_to_their_year() {
        City city = story.city;
        UUID programme = story.printed("jn", 2016, 2018, 2015);
        UUID jobs = story.add(
                programme,
                story.indicator(
                        "jobs",
                        Comparison.CUMULATIVE_FLOW_OVER_BASE_FLOW,
                        Measure.PERCENT,
                        Measure.PERSONS,
                        new Base(2015, BigDecimal.valueOf(186_000), FigureStatus.SAMPLE, null)));
        story.set(jobs, yearly("100", 2016));
        story.set(jobs, yearly("205", 2017));
        story.target(jobs, "315", 2018);
        story.publish(programme);
        AllocationView split =
                cities.as(city, story.planner, () -> apportionments.draftEqually(jobs, 0, story.districts));
        assertThat(split.wholes().stream().map(AllocationView.Whole::target))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(BigDecimal.valueOf(186_000), BigDecimal.valueOf(381_300), BigDecimal.valueOf(585_900));
        assertThat(split.closes()).isTrue();
        assertThat(split.sumIn(2017)).isEqualByComparingTo("195300");
    }

    @Test
    void what_does_not_add_up_is_not_split() {
        UUID programme = story.printed("lq", 2018, 2020, 2017);
        UUID share = story.add(
                programme, story.indicator("share", Comparison.RATIO_FLOOR, Measure.PERCENT, Measure.COUNT, null));
        story.target(share, "80", 2020);
        assertThatThrownBy(() -> cities.as(
                        story.city, story.planner, () -> apportionments.draftEqually(share, 0, story.districts)))
                .satisfies(refusedWith("programme.apportionment.notAdditive"));
    }

    private static NewTarget yearly(String value, int year) {
        return new NewTarget(
                year, Operator.AT_LEAST, new BigDecimal(value), null, FigureStatus.SAMPLE, null, false, null);
    }

    private AllocationView draft(int version, int... values) {
        return draft(story.planner, version, values);
    }

    private AllocationView draft(Actor actor, int version, int... values) {
        List<AllocationView.Part> parts = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            parts.add(new AllocationView.Part(story.districts.get(i), 2016, BigDecimal.valueOf(values[i])));
        }
        return cities.as(story.city, actor, () -> apportionments.draft(indicator, version, story.districts, parts));
    }

    private AllocationView issue(Actor actor, int version) {
        return cities.as(story.city, actor, () -> apportionments.issue(indicator, version, "江府办〔2015〕1号"));
    }

    private static java.util.function.Consumer<Throwable> refusedWith(String key) {
        return thrown -> assertThat(((RuleRefused) thrown).reasons())
                .extracting(Reason::key)
                .containsExactly(key);
    }
}
