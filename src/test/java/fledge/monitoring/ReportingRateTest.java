package fledge.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import fledge.access.Actor;
import fledge.monitoring.rules.ReportingRates;
import fledge.support.PortalTest;
import fledge.support.SignedInAs;
import fledge.support.StatementCount;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The rates of a programme, counted from what happened to its returns. */
@PortalTest
class ReportingRateTest {

    @Autowired
    MonitoringStory.Teller teller;

    @Autowired
    ReportingRateService rates;

    @Autowired
    SignOffService signOffs;

    @Autowired
    ReviewService reviews;

    @Autowired
    WaiverService waivers;

    @Autowired
    RoundDates dates;

    @Autowired
    MockMvcTester portal;

    @Autowired
    SignedInAs signedIn;

    @Autowired
    JdbcClient jdbc;

    private static void sign(MonitoringStory story, SignOffService signOffs, UUID id) {
        story.as(story.preparer, () -> {
            signOffs.check(id);
            signOffs.request(id);
        });
        story.as(story.certifier, () -> signOffs.certify(id));
    }

    private ReportingRates of(MonitoringStory story) {
        return story.ask(story.planner, () -> rates.rates(story.programme)).total();
    }

    @Test
    void in_time_late_and_missing_are_counted_each_once() {
        MonitoringStory story = teller.tell(1);
        UUID round = story.round(MonitoringStory.OPEN);
        UUID id = story.returnOf(round, story.east);
        assertThat(of(story)).isEqualTo(new ReportingRates(2, 0, 0, 0, 8, 0));

        story.fill(story.preparer, id, "1", "1", "1", "好");
        sign(story, signOffs, id);
        assertThat(of(story)).isEqualTo(new ReportingRates(2, 0, 1, 1, 8, 4));

        UUID west = story.returnOf(round, story.west);
        Instant late = story.sheet(story.planner, west).report().dueAt().plus(Duration.ofHours(1));
        story.at(late, () -> {
            story.fill(story.westPreparer, west, "1", "1", "1", "好");
            story.as(story.westPreparer, () -> {
                signOffs.check(west);
                signOffs.request(west);
            });
            story.as(story.westCertifier, () -> signOffs.certify(west));
        });
        ReportingRates both = of(story);
        assertThat(both).isEqualTo(new ReportingRates(2, 0, 2, 1, 8, 8));
        assertThat(behind(story, ReturnSelection.LATE)).containsExactly(west);
        assertThat(behind(story, ReturnSelection.IN_TIME)).containsExactly(id);
        assertThat(behind(story, ReturnSelection.MISSING)).isEmpty();
    }

    private List<UUID> behind(MonitoringStory story, ReturnSelection selection) {
        return story
                .ask(story.planner, () -> rates.behind(story.programme, MonitoringStory.OPEN, null, selection))
                .stream()
                .map(ReturnView::id)
                .toList();
    }

    @Test
    void what_was_recalled_was_not_reported_and_what_was_sent_back_was() {
        MonitoringStory story = teller.tell(1);
        UUID id = story.returnOf(story.round(MonitoringStory.OPEN), story.east);
        story.fill(story.preparer, id, "1", "1", "1", "好");
        sign(story, signOffs, id);
        story.as(story.certifier, () -> signOffs.recall(id, "数据有误"));
        assertThat(of(story).reported()).isZero();

        sign(story, signOffs, id);
        story.as(story.reviewer, () -> {
            reviews.start(id);
            reviews.sendBack(id, SendBackReason.WRONG_FIGURE, "请核对", Set.of());
        });
        assertThat(of(story).inTime()).isOne();

        Instant lapsed =
                Objects.requireNonNull(story.sheet(story.planner, id).report().correctUntil());
        story.at(lapsed, () -> story.as(Actor.SYSTEM, dates::closeWindows));
        assertThat(of(story).reported()).as("the correction lapsed").isZero();
        assertThat(of(story).missing()).isEqualTo(2);
    }

    @Test
    void what_is_waived_leaves_the_denominators() {
        MonitoringStory story = teller.tell(1);
        UUID id = story.returnOf(story.round(MonitoringStory.OPEN), story.west);
        story.as(story.planner, () -> waivers.propose(id, "机构撤销"));
        story.as(story.decider, () -> waivers.decide(id, true));
        assertThat(of(story)).isEqualTo(new ReportingRates(2, 1, 0, 0, 4, 0));
        assertThat(behind(story, ReturnSelection.WAIVED)).containsExactly(id);
    }

    @Test
    void the_columns_agree_with_the_rows_they_are_counted_from() {
        MonitoringStory story = teller.tell(1);
        UUID id = story.returnOf(story.round(MonitoringStory.OPEN), story.east);
        story.fill(story.preparer, id, "1", "1", "1", "好");
        sign(story, signOffs, id);
        long wrong = story.in(() -> jdbc.sql("""
                select count(*) from quarterly_return r where
                  r.cells_asked <> (select count(*) from return_line l where l.city_id = r.city_id and l.return_id = r.id)
                  or r.submissions > 0 and r.cells_filled <> (select count(*) from return_line l
                    where l.city_id = r.city_id and l.return_id = r.id and (l.value is not null or l.wording is not null))""").query(Long.class).single());
        assertThat(wrong).isZero();
    }

    @Test
    void the_file_has_fixed_columns_and_the_same_bytes_twice() throws Exception {
        MonitoringStory story = teller.tell(1);
        story.round(MonitoringStory.OPEN);
        String first = export(story);
        assertThat(first)
                .startsWith("programme,quarter,unit_code,unit,asked,waived,reported,in_time,cells_due,cells_filled,"
                        + "reporting_rate,timeliness,completeness\n\"sample\"," + MonitoringStory.OPEN.code()
                        + ",\"east\",\"单位east\",1,0,0,0,4,0,0.00,0.00,0.00\n")
                .endsWith("\n")
                .doesNotContain("\r");
        assertThat(export(story)).isEqualTo(first);
    }

    private String export(MonitoringStory story) throws Exception {
        return portal.post()
                .uri("/" + story.city.code() + "/rates/programmes/" + story.programme + "/export")
                .with(signedIn.account(story.city, "planner"))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void more_rounds_take_no_more_statements() throws Exception {
        MonitoringStory story = teller.tell(1);
        story.round(MonitoringStory.OPEN.previous());
        story.ask(story.planner, () -> rates.rates(story.programme));
        StatementCount.Sent one =
                StatementCount.during(() -> story.ask(story.planner, () -> rates.rates(story.programme)));
        story.round(MonitoringStory.OPEN);
        StatementCount.Sent two =
                StatementCount.during(() -> story.ask(story.planner, () -> rates.rates(story.programme)));
        assertThat(two.statements()).hasSameSizeAs(one.statements());
    }
}
