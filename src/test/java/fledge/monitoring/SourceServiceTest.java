package fledge.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fledge.kernel.RuleRefused;
import fledge.support.PortalTest;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Another source stands beside the returns, and a difference outside the tolerance waits until somebody says why. */
@PortalTest
class SourceServiceTest {

    @Autowired
    MonitoringStory.Teller teller;

    @Autowired
    SourceService sources;

    @Autowired
    SourceWorklist worklist;

    @Autowired
    SignOffService signOff;

    @Autowired
    ReviewService reviews;

    @Autowired
    ProgressService progress;

    @Autowired
    JdbcClient jdbc;

    MonitoringStory story;
    UUID pair;

    @BeforeEach
    void tell() {
        story = teller.tell(1);
        UUID east = story.returnOf(story.round(MonitoringStory.OPEN), story.east);
        story.fill(story.preparer, east, "1050", "80", "100", "平稳");
        story.as(story.preparer, () -> signOff.check(east));
        story.as(story.preparer, () -> signOff.request(east));
        story.as(story.certifier, () -> signOff.certify(east));
        story.as(story.reviewer, () -> reviews.start(east));
        story.as(story.reviewer, () -> reviews.accept(east));
        pair = story.ask(story.planner, () -> sources.pair(story.firms, SourceKind.TAX, "市税务局", new BigDecimal("3")));
    }

    @Test
    void a_difference_outside_the_tolerance_waits_for_its_reason_and_a_new_value_asks_anew() {
        record("1000");
        assertThat(only().isOpen()).isTrue();
        assertThat(story.in(() -> worklist.worklist(story.planner))).hasSize(1);
        assertThat(story.in(() -> worklist.worklist(story.decider))).isEmpty();
        story.as(
                story.planner,
                () -> sources.explain(pair, MonitoringStory.OPEN, DifferenceReason.TIMING, "税务按申报期统计，晚一个月"));
        assertThat(only().isOpen()).isFalse();
        assertThat(only().reason()).isEqualTo(DifferenceReason.TIMING);
        record("990");
        assertThat(only().isOpen()).isTrue();
        record("1040");
        assertThat(only().isOpen()).as("10 of 1,040 is within 3 %").isFalse();
        assertThatThrownBy(() -> story.as(
                        story.planner,
                        () -> sources.explain(pair, MonitoringStory.OPEN, DifferenceReason.OTHER, "无差异")))
                .isInstanceOf(RuleRefused.class);
    }

    @Test
    void what_the_other_source_says_is_no_part_of_progress() {
        BigDecimal before =
                story.ask(story.planner, () -> progress.one(story.firms)).accumulated();
        record("5000");
        assertThat(story.ask(story.planner, () -> progress.one(story.firms)).accumulated())
                .isEqualByComparingTo(before);
    }

    @Test
    void only_the_planner_writes_it_down_and_with_a_document() {
        assertThatThrownBy(() -> story.as(
                        story.preparer, () -> sources.record(pair, MonitoringStory.OPEN, BigDecimal.TEN, "税函〔2026〕3号")))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() ->
                        story.as(story.planner, () -> sources.record(pair, MonitoringStory.OPEN, BigDecimal.TEN, " ")))
                .isInstanceOf(RuleRefused.class);
        assertThatThrownBy(() -> story.as(story.planner, () -> sources.record(pair, null, null, "税函〔2026〕3号")))
                .isInstanceOfSatisfying(
                        RuleRefused.class,
                        refused -> assertThat(refused.reasons()).hasSize(2));
        assertThatThrownBy(() -> story.as(
                        story.planner, () -> sources.pair(story.share, SourceKind.TAX, "市税务局", BigDecimal.ONE)))
                .isInstanceOf(RuleRefused.class);
        assertThatThrownBy(() -> story.as(
                        story.planner, () -> sources.pair(story.firms, SourceKind.TAX, "市税务局", BigDecimal.ONE)))
                .isInstanceOf(RuleRefused.class);
    }

    @Test
    void the_database_takes_no_half_explanation_and_no_change_of_a_pair() {
        record("1000");
        assertThatThrownBy(() ->
                        story.in(() -> jdbc.sql("update source_value set reason_code = 'TIMING' where pair_id = ?")
                                .param(pair)
                                .update()))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> story.in(() -> jdbc.sql("update source_pair set tolerance_percent = 99 where id = ?")
                        .param(pair)
                        .update()))
                .isInstanceOf(DataAccessException.class);
    }

    private void record(String value) {
        story.as(story.planner, () -> sources.record(pair, MonitoringStory.OPEN, new BigDecimal(value), "税函〔2026〕3号"));
    }

    private SourcePairView.Comparison only() {
        return story.ask(story.planner, () -> sources.one(pair)).quarters().getFirst();
    }
}
