package fledge.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.kernel.Quarter;
import fledge.support.PortalTest;
import fledge.support.RandomWalk;
import fledge.support.Witness;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A return, walked through at random by everybody who has a part in it, quarter after quarter, with the calendar running on. */
@PortalTest
class ReturnWalkTest {

    private static final int QUARTERS = 7;
    private static final int DAYS_AT_A_TIME = 21;

    @Autowired
    MonitoringStory.Teller teller;

    @Autowired
    SignOffService signOffs;

    @Autowired
    ReviewService reviews;

    @Autowired
    WaiverService waivers;

    @Autowired
    RoundDates dates;

    @Autowired
    Figures figures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Witness witness;

    @Test
    void whatever_anybody_does_what_counts_was_signed_and_accepted_and_the_trail_tells_it() {
        MonitoringStory story = teller.tell(1);
        var walk = new RandomWalk(
                "return",
                () -> witness.rows(
                        story.city, "quarterly_return", "return_line", "return_version", "return_step", "figure"));
        // Later than today, so that the portal's own jobs leave it alone.
        var quarter = new Quarter[] {MonitoringStory.OPEN.plus(2)};
        Quarter last = quarter[0].plus(QUARTERS - 1);
        var time = new Instant[] {MonitoringStory.dayAfter(quarter[0])};
        List<UUID> asked = new ArrayList<>();
        Runnable open = () -> story.at(time[0], () -> asked.add(story.returnOf(story.round(quarter[0]), story.east)));
        open.run();
        walk.often(
                        "write",
                        () -> then(story, time[0], story.preparer, () -> {
                            String value = Integer.toString(1000 + walk.random().nextInt(9));
                            List<CellResult> cells =
                                    story.fill(story.preparer, asked.getLast(), value, "80", "100", "平稳");
                            if (cells.stream().noneMatch(CellResult.Saved.class::isInstance)) {
                                throw new NotFound("nothing was saved");
                            }
                        }))
                .often(
                        "request",
                        () -> then(story, time[0], story.preparer, () -> {
                            signOffs.check(asked.getLast());
                            signOffs.request(asked.getLast());
                        }))
                .way(
                        "decline",
                        () -> then(story, time[0], story.certifier, () -> signOffs.decline(asked.getLast(), "请核对")))
                .way("take back", () -> then(story, time[0], story.preparer, () -> signOffs.takeBack(asked.getLast())))
                .often("certify", () -> then(story, time[0], story.certifier, () -> signOffs.certify(asked.getLast())))
                .never(
                        "its preparer certifies",
                        () -> then(story, time[0], story.preparer, () -> signOffs.certify(asked.getLast())))
                .never(
                        "another unit certifies",
                        () -> then(story, time[0], story.westCertifier, () -> signOffs.certify(asked.getLast())))
                .way(
                        "recall",
                        () -> then(story, time[0], story.certifier, () -> signOffs.recall(asked.getLast(), "再核对")))
                .often("start", () -> then(story, time[0], story.reviewer, () -> reviews.start(asked.getLast())))
                .way(
                        "send back",
                        () -> then(
                                story,
                                time[0],
                                story.reviewer,
                                () -> reviews.sendBack(asked.getLast(), SendBackReason.OTHER, "请补充说明", Set.of())))
                .often("accept", () -> then(story, time[0], story.reviewer, () -> reviews.accept(asked.getLast())))
                .never(
                        "its certifier accepts",
                        () -> then(story, time[0], story.certifier, () -> reviews.accept(asked.getLast())))
                .way(
                        "unaccept",
                        () -> then(story, time[0], story.decider, () -> reviews.unaccept(asked.getLast(), "再议")))
                .way("waive", () -> {
                    then(story, time[0], story.planner, () -> waivers.propose(asked.getLast(), "单位撤并"));
                    then(story, time[0], story.decider, () -> waivers.decide(asked.getLast(), true));
                })
                .way("days pass", () -> {
                    time[0] = time[0].plus(Duration.ofDays(1 + walk.random().nextInt(DAYS_AT_A_TIME)));
                    then(story, time[0], Actor.SYSTEM, () -> {
                        dates.open();
                        dates.closeWindows();
                        dates.lock();
                    });
                })
                .way("the next quarter", () -> {
                    if (!Set.of(ReturnStatus.LOCKED, ReturnStatus.MISSED, ReturnStatus.WAIVED)
                            .contains(story.status(asked.getLast()))) {
                        throw new NotFound("this one is not over");
                    }
                    quarter[0] = quarter[0].equals(last) ? beginAgain() : quarter[0].next();
                    Instant opens = MonitoringStory.dayAfter(quarter[0]);
                    time[0] = time[0].isAfter(opens) ? time[0] : opens;
                    open.run();
                });
        walk.walk(
                250,
                where -> assertHolds(story, asked, where),
                "write",
                "request",
                "decline",
                "take back",
                "certify",
                "recall",
                "start",
                "send back",
                "accept",
                "unaccept",
                "days pass",
                "the next quarter");
        witness.assertWhole(story.city);
    }

    private static Quarter beginAgain() {
        throw new NotFound("a later quarter of the programme");
    }

    private void assertHolds(MonitoringStory story, List<UUID> asked, String where) {
        assertThat(story.in(() -> figures.totals(story.programme)))
                .as(where)
                .isEqualTo(story.in(() -> figures.totalsRecomputed(story.programme)));
        UUID now = asked.getLast();
        ReturnView report = story.sheet(story.planner, now).report();
        witness.assertTells(story.city, now, "report", "SCHEDULED", report.status(), where);
        boolean counts = Set.of(ReturnStatus.ACCEPTED, ReturnStatus.LOCKED).contains(report.status());
        int counted = story.in(
                () -> jdbc.sql("""
                        select count(*) from figure f join return_version v on v.city_id = f.city_id and v.id = f.version_id
                        where v.return_id = :id""").param("id", now).query(Integer.class).single());
        assertThat(counted > 0).as("%s: %d figures count", where, counted).isEqualTo(counts);
    }

    private static void then(MonitoringStory story, Instant time, Actor actor, Runnable work) {
        story.at(time, () -> story.as(actor, work));
    }
}
