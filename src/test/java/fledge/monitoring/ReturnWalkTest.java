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
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A return, walked through at random by everybody who has a part in it, quarter after quarter, with the calendar running on. */
@PortalTest
class ReturnWalkTest {

    /** Later than today, so that the portal's own jobs leave it alone. */
    private static final Quarter FIRST = MonitoringStory.OPEN.plus(2);

    /** Of the programme. */
    private static final Quarter LAST = FIRST.plus(6);

    /** Mostly a day or two, so that much happens while an entry is open; now and then weeks, so that its end comes. */
    private static final int[] DAYS_AT_A_TIME = {1, 1, 2, 2, 3, 15};

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

    private MonitoringStory story;
    private Quarter quarter;
    private Instant time;
    private UUID asked;

    @Test
    void whatever_anybody_does_what_counts_was_signed_and_accepted_and_the_trail_tells_it() {
        begin();
        var walk = new RandomWalk(
                "return",
                () -> witness.rows(
                        story.city, "quarterly_return", "return_line", "return_version", "return_step", "figure"));
        walk.often(
                        "write",
                        () -> then(story.preparer, () -> {
                            String value = Integer.toString(1000 + walk.random().nextInt(9));
                            List<CellResult> cells = story.fill(story.preparer, asked, value, "80", "100", "平稳");
                            if (cells.stream().noneMatch(CellResult.Saved.class::isInstance)) {
                                throw new NotFound("nothing was saved");
                            }
                        }))
                .often(
                        "request",
                        () -> then(story.preparer, () -> {
                            signOffs.check(asked);
                            signOffs.request(asked);
                        }))
                .way("decline", () -> then(story.certifier, () -> signOffs.decline(asked, "请核对")))
                .way("take back", () -> then(story.preparer, () -> signOffs.takeBack(asked)))
                .often("certify", () -> then(story.certifier, () -> signOffs.certify(asked)))
                .never("its preparer certifies", () -> then(story.preparer, () -> signOffs.certify(asked)))
                .never("another unit certifies", () -> then(story.westCertifier, () -> signOffs.certify(asked)))
                .way("recall", () -> then(story.certifier, () -> signOffs.recall(asked, "再核对")))
                .often("start", () -> then(story.reviewer, () -> reviews.start(asked)))
                .way(
                        "send back",
                        () -> then(
                                story.reviewer, () -> reviews.sendBack(asked, SendBackReason.OTHER, "请补充说明", Set.of())))
                .often("accept", () -> then(story.reviewer, () -> reviews.accept(asked)))
                .never("its certifier accepts", () -> then(story.certifier, () -> reviews.accept(asked)))
                .way("unaccept", () -> then(story.decider, () -> reviews.unaccept(asked, "再议")))
                .way("waive", () -> {
                    then(story.planner, () -> waivers.propose(asked, "单位撤并"));
                    then(story.decider, () -> waivers.decide(asked, true));
                })
                .way("days pass", () -> {
                    time = time.plus(
                            Duration.ofDays(DAYS_AT_A_TIME[walk.random().nextInt(DAYS_AT_A_TIME.length)]));
                    then(Actor.SYSTEM, () -> {
                        dates.open();
                        dates.closeWindows();
                        dates.lock();
                    });
                })
                .way("the next quarter", () -> {
                    if (!Set.of(ReturnStatus.LOCKED, ReturnStatus.MISSED, ReturnStatus.WAIVED)
                            .contains(story.status(asked))) {
                        throw new NotFound("this one is not over");
                    }
                    if (quarter.equals(LAST)) {
                        witness.assertWhole(story.city);
                        begin();
                    } else {
                        quarter = quarter.next();
                        Instant opens = MonitoringStory.dayAfter(quarter);
                        time = time.isAfter(opens) ? time : opens;
                        open();
                    }
                });
        walk.walk(
                250,
                where -> assertHolds(where),
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

    /** In a city of its own. */
    private void begin() {
        story = teller.tell(1);
        quarter = FIRST;
        time = MonitoringStory.dayAfter(quarter);
        open();
    }

    private void open() {
        story.at(time, () -> asked = story.returnOf(story.round(quarter), story.east));
    }

    private void assertHolds(String where) {
        assertThat(story.in(() -> figures.totals(story.programme)))
                .as(where)
                .isEqualTo(story.in(() -> figures.totalsRecomputed(story.programme)));
        ReturnView report = story.sheet(story.planner, asked).report();
        witness.assertTells(story.city, asked, "report", "SCHEDULED", report.status(), where);
        boolean counts = Set.of(ReturnStatus.ACCEPTED, ReturnStatus.LOCKED).contains(report.status());
        int counted = story.in(
                () -> jdbc.sql("""
                        select count(*) from figure f join return_version v on v.city_id = f.city_id and v.id = f.version_id
                        where v.return_id = :id""").param("id", asked).query(Integer.class).single());
        assertThat(counted > 0).as("%s: %d figures count", where, counted).isEqualTo(counts);
    }

    private void then(Actor actor, Runnable work) {
        story.at(time, () -> story.as(actor, work));
    }
}
