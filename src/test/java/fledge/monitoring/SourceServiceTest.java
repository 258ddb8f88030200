package fledge.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fledge.kernel.RuleRefused;
import fledge.support.PortalTest;
import fledge.support.SignedInAs;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

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

    @Autowired
    MockMvcTester portal;

    @Autowired
    SignedInAs signedIn;

    MonitoringStory story;
    UUID round;
    UUID pair;

    @BeforeEach
    void tell() {
        story = teller.tell(1);
        round = story.round(MonitoringStory.OPEN);
        UUID east = story.returnOf(round, story.east);
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

    @Test
    void what_is_compared_says_whose_part_it_lacks() throws Exception {
        record("1000");
        assertThat(only().missing()).containsExactly(story.west);
        assertThat(only().isPartial()).isTrue();
        assertThat(page("/sources/" + pair)).contains("缺 1 个单位：单位west");
        UUID west = story.returnOf(round, story.west);
        story.fill(story.westPreparer, west, "10", "8", "10", "平稳");
        story.as(story.westPreparer, () -> signOff.check(west));
        story.as(story.westPreparer, () -> signOff.request(west));
        story.as(story.westCertifier, () -> signOff.certify(west));
        story.as(story.reviewer, () -> reviews.start(west));
        story.as(story.reviewer, () -> reviews.accept(west));
        assertThat(only().missing()).isEmpty();
        assertThat(story.ask(story.planner, sources::all))
                .singleElement()
                .satisfies(view -> assertThat(view.partial()).isZero());
        assertThat(page("/sources/" + pair)).doesNotContain("个单位：");
    }

    /** The worklist counts in the database what the page computes; at the edges of the tolerance as well. */
    @Test
    void the_worklist_and_the_page_agree() {
        long seed = new Random().nextLong();
        System.out.println("Sources, seed " + seed);
        var random = new Random(seed);
        var values = new ArrayList<>(List.of("0", "-1050", "1050", "1000", "1019.41", "1019.42", "1082.47", "1082.48"));
        for (int i = 0; i < 12; i++) {
            values.add(BigDecimal.valueOf(100_000 + random.nextInt(10_000), 2).toPlainString());
        }
        for (String value : values) {
            record(value);
            assertThat(story.in(() -> worklist.worklist(story.planner)))
                    .as(value)
                    .hasSize(only().isOpen() ? 1 : 0);
        }
    }

    private String page(String address) throws Exception {
        return portal.get()
                .uri("/" + story.city.code() + address)
                .with(signedIn.account(story.city, "planner"))
                .exchange()
                .getResponse()
                .getContentAsString();
    }

    private void record(String value) {
        story.as(story.planner, () -> sources.record(pair, MonitoringStory.OPEN, new BigDecimal(value), "税函〔2026〕3号"));
    }

    private SourcePairView.Comparison only() {
        return story.ask(story.planner, () -> sources.one(pair)).quarters().getFirst();
    }
}
