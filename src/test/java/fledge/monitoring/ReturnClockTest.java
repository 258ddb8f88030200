package fledge.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fledge.access.Actor;
import fledge.access.Role;
import fledge.calendar.WorkingCalendar;
import fledge.calendar.rules.WorkingDays;
import fledge.identity.AccountService;
import fledge.kernel.Quarter;
import fledge.kernel.RuleRefused;
import fledge.support.PortalTest;
import fledge.support.Staff;
import fledge.tenancy.PortalClock;
import fledge.ui.Worklist;
import fledge.ui.WorklistItem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Whose turn a return is, since when and until when: each turn has its clock, and a pause moves it. */
@PortalTest
class ReturnClockTest {

    @Autowired
    MonitoringStory.Teller teller;

    @Autowired
    ClockService clocks;

    @Autowired
    SignOffService signOffs;

    @Autowired
    ReviewService reviews;

    @Autowired
    ReturnService returns;

    @Autowired
    RoundService rounds;

    @Autowired
    RoundDates dates;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    Worklist worklist;

    @Autowired
    Staff staff;

    @Autowired
    AccountService accounts;

    @Autowired
    JdbcClient jdbc;

    private UUID opened(MonitoringStory story) {
        return story.returnOf(story.round(MonitoringStory.OPEN), story.east);
    }

    private ClockView running(MonitoringStory story, UUID id) {
        return Objects.requireNonNull(
                story.ask(story.planner, () -> returns.dossier(id)).running());
    }

    private Instant due(MonitoringStory story, UUID id) {
        return story.sheet(story.planner, id).report().dueAt();
    }

    private void sign(MonitoringStory story, UUID id) {
        story.as(story.preparer, () -> {
            signOffs.check(id);
            signOffs.request(id);
        });
        story.as(story.certifier, () -> signOffs.certify(id));
    }

    private static LocalDate day(Instant moment) {
        return moment.atZone(PortalClock.ZONE).toLocalDate();
    }

    @Test
    void the_turn_goes_from_hand_to_hand_and_each_has_its_own_deadline() {
        MonitoringStory story = teller.tell(2);
        UUID id = opened(story);
        assertThat(running(story, id).turn()).isEqualTo(Turn.FILL);
        assertThat(running(story, id).dueAt()).isEqualTo(due(story, id));

        story.fill(story.preparer, id, "1", "1", "1", "好");
        assertThat(running(story, id).turn()).as("a draft is the same turn").isEqualTo(Turn.FILL);

        story.as(story.preparer, () -> {
            signOffs.check(id);
            signOffs.request(id);
        });
        assertThat(running(story, id).turn()).isEqualTo(Turn.SIGN);
        assertThat(running(story, id).dueAt()).isEqualTo(due(story, id));

        story.as(story.certifier, () -> signOffs.certify(id));
        ClockView first = running(story, id);
        assertThat(first.turn()).isEqualTo(Turn.REVIEW_1);
        assertThat(first.dueAt()).isEqualTo(calendar.endOfWorkingDay(first.startedAt(), 5));

        story.as(story.reviewer, () -> reviews.start(id));
        assertThat(running(story, id).startedAt())
                .as("beginning is no new turn")
                .isEqualTo(first.startedAt());

        story.as(story.reviewer, () -> reviews.pass(id));
        ClockView second = running(story, id);
        assertThat(second.turn()).isEqualTo(Turn.REVIEW_2);
        assertThat(second.dueAt()).isEqualTo(calendar.endOfWorkingDay(second.startedAt(), 5));

        story.as(story.secondReviewer, () -> reviews.accept(id));
        List<ClockView> all =
                story.ask(story.planner, () -> returns.dossier(id)).clocks();
        assertThat(all).extracting(ClockView::turn).containsExactly(Turn.REVIEW_2, Turn.REVIEW_1, Turn.SIGN, Turn.FILL);
        assertThat(all).extracting(ClockView::endedAt).doesNotContainNull();
    }

    @Test
    void what_is_sent_back_is_the_preparers_turn_for_three_working_days() {
        MonitoringStory story = teller.tell(1);
        UUID id = opened(story);
        story.fill(story.preparer, id, "1", "1", "1", "好");
        sign(story, id);
        story.as(story.reviewer, () -> {
            reviews.start(id);
            reviews.sendBack(id, SendBackReason.WRONG_FIGURE, "请核对", Set.of());
        });
        ClockView correcting = running(story, id);
        assertThat(correcting.turn()).isEqualTo(Turn.CORRECT);
        assertThat(correcting.dueAt())
                .isEqualTo(
                        WorkingDays.endOf(calendar.after(day(correcting.startedAt()), ReviewService.DAYS_TO_CORRECT)));
    }

    @Test
    void a_pause_over_a_weekend_moves_the_deadline_by_its_working_days() {
        MonitoringStory story = teller.tell(1);
        UUID id = opened(story);
        Instant due = due(story, id);
        Instant paused = due.minus(Duration.ofDays(6));
        Instant resumed = paused.plus(Duration.ofDays(9));
        story.at(paused, () -> story.as(story.planner, () -> clocks.pause(id, "台风停工")));

        story.at(due.plus(Duration.ofDays(1)), () -> {
            assertThat(running(story, id).isPaused()).isTrue();
            assertThat(running(story, id).isOverdue(due.plus(Duration.ofDays(1))))
                    .isFalse();
            story.as(Actor.SYSTEM, dates::closeWindows);
        });
        assertThat(story.status(id)).isEqualTo(ReturnStatus.OPEN);
        story.at(resumed, () -> story.as(story.planner, () -> clocks.resume(id)));

        int days = calendar.between(day(paused), day(resumed));
        assertThat(days).isPositive();
        Instant moved = WorkingDays.endOf(calendar.after(day(due.minusMillis(1)), days));
        assertThat(running(story, id).dueAt()).isEqualTo(moved);
        assertThat(due(story, id)).as("what is signed until then is in time").isEqualTo(moved);
        assertThat(running(story, id).pauses()).singleElement().satisfies(pause -> {
            assertThat(pause.reason()).isEqualTo("台风停工");
            assertThat(pause.days()).isEqualTo(days);
            assertThat(pause.pausedBy()).isEqualTo(story.planner.personId());
        });
        assertThat(running(story, id).isOverdue(moved.minusMillis(1))).isFalse();
        assertThat(running(story, id).isOverdue(moved)).isTrue();

        story.at(moved.minus(Duration.ofHours(1)), () -> {
            story.fill(story.preparer, id, "1", "1", "1", "好");
            sign(story, id);
        });
        assertThat(story.ask(story.planner, () -> returns.dossier(id)).versions())
                .singleElement()
                .matches(VersionView::timely);
    }

    /** Golden dates: off from 1 to 8 October 2025, with Saturday the 11th worked to make up for it. */
    @ParameterizedTest(name = "from {0} to {1}: {2} working days, due by {3}")
    @CsvSource({
        "2025-10-01, 2025-10-08, 0, 2025-12-16",
        "2025-10-01, 2025-10-09, 1, 2025-12-17",
        "2025-10-10, 2025-10-13, 2, 2025-12-18",
        "2025-10-11, 2025-10-11, 0, 2025-12-16"
    })
    void a_pause_over_the_national_day_moves_by_what_was_worked(
            LocalDate paused, LocalDate resumed, int days, LocalDate lastDay) {
        MonitoringStory story = teller.tell(1, 2025);
        var round = new AtomicReference<UUID>();
        story.at(at(LocalDate.of(2025, 10, 1)), () -> round.set(story.round(new Quarter(2025, 3))));
        UUID id = story.returnOf(round.get(), story.east);
        assertThat(running(story, id).dueAt()).isEqualTo(WorkingDays.endOf(LocalDate.of(2025, 12, 16)));

        story.at(at(paused), () -> story.as(story.planner, () -> clocks.pause(id, "国庆假期系统检修")));
        story.at(at(resumed), () -> story.as(story.planner, () -> clocks.resume(id)));

        assertThat(running(story, id).pauses())
                .extracting(ClockView.Pause::days)
                .containsExactly(days);
        assertThat(running(story, id).dueAt()).isEqualTo(WorkingDays.endOf(lastDay));
    }

    /** Off from 15 to 23 February 2026; Saturday the 14th is worked. Begun on the 12th: 13, 14, 24, 25, 26. */
    @Test
    void a_review_over_the_spring_festival_counts_the_worked_saturday_and_skips_the_holiday() {
        MonitoringStory story = teller.tell(1, 2025);
        var round = new AtomicReference<UUID>();
        story.at(at(LocalDate.of(2026, 1, 5)), () -> round.set(story.round(new Quarter(2025, 4))));
        UUID id = story.returnOf(round.get(), story.east);
        story.at(at(LocalDate.of(2026, 2, 12)), () -> {
            story.fill(story.preparer, id, "1", "1", "1", "好");
            sign(story, id);
        });
        assertThat(running(story, id).dueAt()).isEqualTo(WorkingDays.endOf(LocalDate.of(2026, 2, 26)));
    }

    private static Instant at(LocalDate day) {
        return day.atTime(10, 0).atZone(PortalClock.ZONE).toInstant();
    }

    @Test
    void signing_while_the_clock_stands_still_ends_the_pause() {
        MonitoringStory story = teller.tell(1);
        UUID id = opened(story);
        story.fill(story.preparer, id, "1", "1", "1", "好");
        story.as(story.planner, () -> clocks.pause(id, "等统计局数据"));
        sign(story, id);
        assertThat(running(story, id).turn()).isEqualTo(Turn.REVIEW_1);
        assertThat(running(story, id).isPaused()).isFalse();
        assertThat(story.ask(story.planner, () -> returns.dossier(id)).clocks())
                .flatExtracting(ClockView::pauses)
                .singleElement()
                .extracting(ClockView.Pause::resumedBy)
                .isEqualTo(story.preparer.personId());
    }

    @Test
    void only_the_planner_pauses_only_with_a_reason_only_in_time_and_once() {
        MonitoringStory story = teller.tell(1);
        UUID id = opened(story);
        assertThatThrownBy(() -> story.as(story.preparer, () -> clocks.pause(id, "忙")))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> story.as(story.planner, () -> clocks.pause(id, "  ")))
                .isInstanceOf(RuleRefused.class)
                .hasMessageContaining("reason-missing");
        assertThatThrownBy(() -> story.as(story.planner, () -> clocks.resume(id)))
                .hasMessageContaining("clock-runs");
        Instant over = due(story, id);
        assertThatThrownBy(() -> story.at(over, () -> story.as(story.planner, () -> clocks.pause(id, "太晚"))))
                .hasMessageContaining("clock-over");
        story.as(story.planner, () -> clocks.pause(id, "台风停工"));
        assertThatThrownBy(() -> story.as(story.planner, () -> clocks.pause(id, "再停")))
                .hasMessageContaining("clock-paused");
    }

    @Test
    void the_database_keeps_one_running_clock_and_one_open_pause() {
        MonitoringStory story = teller.tell(1);
        UUID id = opened(story);
        story.as(story.planner, () -> clocks.pause(id, "台风停工"));
        assertThatThrownBy(() -> story.in(() -> jdbc.sql("""
                        insert into return_clock (city_id, id, version, return_id, turn, started_at, due_at)
                        select city_id, uuidv7(), 0, return_id, turn, started_at, due_at from return_clock
                        where return_id = ?""").param(id).update()))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("return_clock_runs_once");
        assertThatThrownBy(() -> story.in(() -> jdbc.sql("""
                        insert into clock_pause (city_id, id, version, clock_id, paused_at, paused_by, reason)
                        select city_id, uuidv7(), 0, clock_id, paused_at, paused_by, reason from clock_pause
                        where clock_id in (select id from return_clock where return_id = ?)""").param(id).update()))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("clock_pause_once_at_a_time");
    }

    @Test
    void the_second_level_belongs_to_the_citys_own_reviewers() {
        MonitoringStory story = teller.tell(2);
        UUID districts = story.in(() -> accounts.actorOf(staff.hire(story.city, "district", Role.REVIEWER, story.east)))
                .accountId();
        Actor district = story.in(() -> accounts.actorOf(Objects.requireNonNull(districts)));
        UUID id = opened(story);
        story.fill(story.preparer, id, "1", "1", "1", "好");
        sign(story, id);
        assertThat(story.in(() -> accounts.nearest(Role.REVIEWER, story.east)))
                .extracting(holder -> holder.person().personId())
                .contains(district.personId())
                .doesNotContain(story.reviewer.personId());
        assertThat(waits(story, district)).hasSize(1);

        story.as(district, () -> {
            reviews.start(id);
            reviews.pass(id);
        });
        assertThat(waits(story, district)).isEmpty();
        assertThat(waits(story, story.reviewer)).hasSize(1);
        assertThatThrownBy(() -> story.as(district, () -> reviews.sendBack(id, SendBackReason.OTHER, "再看", Set.of())))
                .isInstanceOf(RuleRefused.class)
                .hasMessageContaining("level-above");
        Actor otherDistrict =
                story.in(() -> accounts.actorOf(staff.hire(story.city, "district-2", Role.REVIEWER, story.east)));
        assertThatThrownBy(() -> story.as(otherDistrict, () -> reviews.accept(id)))
                .hasMessageContaining("level-above");
        story.as(story.reviewer, () -> reviews.accept(id));
        assertThat(story.status(id)).isEqualTo(ReturnStatus.ACCEPTED);
    }

    private List<WorklistItem> waits(MonitoringStory story, Actor actor) {
        return story.ask(actor, () -> worklist.of(actor));
    }

    @Test
    void every_open_return_of_a_round_has_a_running_clock() {
        MonitoringStory story = teller.tell(1);
        UUID round = story.round(MonitoringStory.OPEN);
        List<UUID> ids = story.ask(story.planner, () -> rounds.returnsOf(round)).stream()
                .map(ReturnView::id)
                .toList();
        assertThat(story.ask(story.planner, () -> clocks.running(ids))).hasSize(ids.size());
    }
}
