package fledge.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fledge.access.Actor;
import fledge.calendar.WorkingCalendar;
import fledge.kernel.RuleRefused;
import fledge.reminder.BulkReminders;
import fledge.reminder.BulkReminders.Outcome;
import fledge.reminder.ReminderKind;
import fledge.reminder.ReminderService;
import fledge.reminder.ReminderView;
import fledge.support.PortalTest;
import fledge.support.SignedInAs;
import fledge.tenancy.PortalClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Reminding late units: once a day, each on its own, seen on their desk until the turn is somebody else's. */
@PortalTest
class ReminderJourneyTest {

    @Autowired
    MonitoringStory.Teller teller;

    @Autowired
    ReminderService reminders;

    @Autowired
    BulkReminders bulk;

    @Autowired
    SignOffService signOffs;

    @Autowired
    ClockService clocks;

    @Autowired
    MockMvcTester portal;

    @Autowired
    SignedInAs signedIn;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    JdbcClient jdbc;

    private String page(MonitoringStory story, String login, String path) throws Exception {
        return portal.get()
                .uri("/" + story.city.code() + path)
                .with(signedIn.account(story.city, login))
                .exchange()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void the_unit_sees_it_until_it_has_acted_and_the_return_keeps_it() throws Exception {
        MonitoringStory story = teller.tell(1);
        UUID id = story.returnOf(story.round(MonitoringStory.OPEN), story.east);
        story.as(story.planner, () -> reminders.remind(id, "请于本周内报送"));

        assertThat(page(story, "preparer", "/desk")).contains("请于本周内报送");
        assertThat(page(story, "certifier", "/desk")).contains("请于本周内报送");
        assertThat(page(story, "west-preparer", "/desk")).doesNotContain("请于本周内报送");

        story.fill(story.preparer, id, "1", "1", "1", "好");
        story.as(story.preparer, () -> {
            signOffs.check(id);
            signOffs.request(id);
        });
        assertThat(page(story, "preparer", "/desk")).doesNotContain("请于本周内报送");
        assertThat(page(story, "preparer", "/returns/" + id)).contains("请于本周内报送");
        assertThat(story.ask(story.planner, () -> reminders.ofReturn(id)))
                .singleElement()
                .extracting(ReminderView::settledAt)
                .isNotNull();
    }

    @Test
    void a_second_one_on_the_same_day_is_refused_with_the_next_day_and_sent_then() {
        MonitoringStory story = teller.tell(1);
        UUID id = story.returnOf(story.round(MonitoringStory.OPEN), story.east);
        Instant morning = MonitoringStory.dayAfter(MonitoringStory.OPEN);
        story.at(morning, () -> story.as(story.planner, () -> reminders.remind(id, "")));
        story.at(
                morning.plus(Duration.ofHours(8)),
                () -> assertThatThrownBy(() -> story.as(story.reviewer, () -> reminders.remind(id, "")))
                        .isInstanceOfSatisfying(RuleRefused.class, refused -> {
                            assertThat(refused.reasons().getFirst().key()).isEqualTo("reminder.refused.cool-down");
                            assertThat(refused.reasons().getFirst().args().getFirst())
                                    .hasToString(MonitoringStory.OPEN
                                            .end()
                                            .plusDays(6)
                                            .toString());
                        }));
        story.at(morning.plus(Duration.ofDays(1)), () -> story.as(story.reviewer, () -> reminders.remind(id, "")));
        assertThat(story.ask(story.planner, () -> reminders.ofReturn(id))).hasSize(2);
    }

    @Test
    void the_calendar_reminds_before_on_and_after_the_last_day_once_each() {
        MonitoringStory story = teller.tell(1);
        UUID round = story.round(MonitoringStory.OPEN);
        UUID id = story.returnOf(round, story.east);
        UUID paused = story.returnOf(round, story.west);
        story.as(story.planner, () -> clocks.pause(paused, "台风停工"));
        LocalDate last = story.sheet(story.planner, id)
                .report()
                .dueAt()
                .minusMillis(1)
                .atZone(PortalClock.ZONE)
                .toLocalDate();
        for (LocalDate day : List.of(
                calendar.before(last, 6),
                calendar.before(last, 5),
                last,
                calendar.after(last, 2),
                calendar.after(last, 3))) {
            Instant morning = day.atTime(8, 30).atZone(PortalClock.ZONE).toInstant();
            story.at(morning, () -> story.as(Actor.SYSTEM, reminders::remindByCalendar));
            story.at(morning, () -> story.as(Actor.SYSTEM, reminders::remindByCalendar));
        }
        assertThat(story.ask(story.planner, () -> reminders.ofReturn(id)))
                .extracting(ReminderView::kind)
                .containsExactly(ReminderKind.AFTER_DUE, ReminderKind.ON_DUE, ReminderKind.BEFORE_DUE);
        assertThat(story.ask(story.planner, () -> reminders.ofReturn(paused))).isEmpty();
    }

    @Test
    void the_database_keeps_the_cool_down() {
        MonitoringStory story = teller.tell(1);
        UUID id = story.returnOf(story.round(MonitoringStory.OPEN), story.east);
        story.as(story.planner, () -> reminders.remind(id, ""));
        assertThatThrownBy(() -> story.in(() -> jdbc.sql("""
                        insert into reminder (city_id, id, version, return_id, round_id, unit_id, period, kind, turn, text, sent_by, sent_at, sent_on)
                        select city_id, uuidv7(), 0, return_id, round_id, unit_id, period, kind, turn, text, sent_by, sent_at, sent_on
                        from reminder where return_id = ?""").param(id).update()))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("reminder_by_hand_once_a_day");
    }

    @Test
    void what_is_refused_to_one_hinders_no_other() {
        MonitoringStory story = teller.tell(1);
        UUID round = story.round(MonitoringStory.OPEN);
        UUID east = story.returnOf(round, story.east);
        UUID west = story.returnOf(round, story.west);
        story.as(story.planner, () -> reminders.remind(east, ""));
        List<Outcome> outcomes = story.ask(story.planner, () -> bulk.remind(round, Set.of(east, west), "请抓紧"));
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.refused() == null)
                .extracting(Outcome::unitId)
                .containsExactly(story.west);
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.refused() != null)
                .extracting(Outcome::unitId)
                .containsExactly(story.east);

        var answer = portal.post()
                .uri("/" + story.city.code() + "/rounds/" + round + "/reminders")
                .param("return", east.toString(), west.toString())
                .with(signedIn.account(story.city, "planner"))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
        assertThat(answer.getResponse().getRedirectedUrl()).endsWith("/rounds/" + round);
    }

    @Test
    void nobody_is_reminded_of_what_waits_for_somebody_else_or_stands_still() {
        MonitoringStory story = teller.tell(1);
        UUID round = story.round(MonitoringStory.OPEN);
        UUID id = story.returnOf(round, story.east);
        UUID west = story.returnOf(round, story.west);
        story.fill(story.preparer, id, "1", "1", "1", "好");
        story.as(story.preparer, () -> {
            signOffs.check(id);
            signOffs.request(id);
        });
        story.as(story.certifier, () -> signOffs.certify(id));
        assertThatThrownBy(() -> story.as(story.planner, () -> reminders.remind(id, "")))
                .hasMessageContaining("not-their-turn");
        story.as(story.planner, () -> clocks.pause(west, "台风停工"));
        assertThatThrownBy(() -> story.as(story.planner, () -> reminders.remind(west, "")))
                .hasMessageContaining("clock-paused");
        assertThatThrownBy(() -> story.as(story.certifier, () -> reminders.remind(id, "")))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> story.as(story.planner, () -> bulk.remind(round, List.of(), "")))
                .hasMessageContaining("nobody-chosen");
        assertThatThrownBy(() -> story.as(story.planner, () -> bulk.remind(round, List.of(id), "字".repeat(501))))
                .hasMessageContaining("too-long");
    }
}
