package fledge.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.amendment.AmendmentCause;
import fledge.amendment.AmendmentKind;
import fledge.amendment.AmendmentRequest;
import fledge.amendment.AmendmentService;
import fledge.kernel.RuleRefused;
import fledge.support.PortalTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A value says how firm it is wherever it goes, and a provisional one is not forgotten (D10). */
@PortalTest
class StandingServiceTest {

    @Autowired
    MonitoringStory.Teller teller;

    @Autowired
    StandingService standings;

    @Autowired
    SignOffService signOff;

    @Autowired
    ReviewService reviews;

    @Autowired
    ReturnService returns;

    @Autowired
    ProgressService progress;

    @Autowired
    AwaitedWorklist worklist;

    @Autowired
    RoundService rounds;

    @Autowired
    RoundDates dates;

    @Autowired
    AmendmentService amendments;

    @Autowired
    JdbcClient jdbc;

    MonitoringStory story;
    UUID round;
    UUID east;

    @BeforeEach
    void tell() {
        story = teller.tell(1);
        round = story.round(MonitoringStory.OPEN);
        east = story.returnOf(round, story.east);
        story.fill(story.preparer, east, "450", "80", "100", "平稳");
    }

    @Test
    void january_shows_the_provisional_value_july_the_final_one_and_both_are_kept() {
        LocalDate july = MonitoringStory.OPEN.end().plusMonths(10);
        declare(Standing.PROVISIONAL, july);
        accept();
        assertThat(unsettled()).containsExactly(Standing.PROVISIONAL);
        story.as(story.decider, () -> reviews.unaccept(east, "年报数据已经定案"));
        story.as(
                story.secondReviewer,
                () -> reviews.sendBack(east, SendBackReason.WRONG_FIGURE, "请报送最终数", Set.of(story.firms)));
        story.fill(story.preparer, east, "462");
        declare(Standing.FINAL, null);
        accept();
        assertThat(unsettled()).isEmpty();
        assertThat(content(1)).contains("cell\tfirms\tVALUE\t450\t\t\t1\tPROVISIONAL\t" + july);
        assertThat(content(2)).contains("cell\tfirms\tVALUE\t462\t\t\t1\tFINAL\t");
    }

    @Test
    void what_is_not_final_says_when_it_will_be() {
        assertThatThrownBy(() -> declare(Standing.PROVISIONAL, null)).isInstanceOf(RuleRefused.class);
        assertThatThrownBy(() -> declare(Standing.ESTIMATED, MonitoringStory.OPEN.end()))
                .isInstanceOf(RuleRefused.class);
        assertThatThrownBy(() ->
                        story.in(() -> jdbc.sql("update return_line set standing = 'PROVISIONAL' where return_id = ?")
                                .param(east)
                                .update()))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void only_the_units_preparer_declares_and_only_while_it_is_open() {
        LocalDate later = MonitoringStory.OPEN.end().plusMonths(10);
        UUID line = line();
        var declared = List.of(new StandingService.Declared(line, Standing.PROVISIONAL, later));
        assertThatThrownBy(() -> story.as(story.westPreparer, () -> standings.declare(east, declared)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> story.as(story.reviewer, () -> standings.declare(east, declared)))
                .hasMessageContaining("RETURN_FILL");
        accept();
        assertThatThrownBy(() -> story.as(story.preparer, () -> standings.declare(east, declared)))
                .isInstanceOf(RuleRefused.class);
    }

    @Test
    void a_passed_day_is_on_the_desks_of_the_unit_and_of_the_planner() {
        declare(Standing.ESTIMATED, MonitoringStory.OPEN.end().plusDays(10));
        accept();
        assertThat(story.ask(story.preparer, standings::awaited))
                .singleElement()
                .satisfies(waiting -> {
                    assertThat(waiting.overdue()).isTrue();
                    assertThat(waiting.standing()).isEqualTo(Standing.ESTIMATED);
                    assertThat(waiting.returnId()).isEqualTo(east);
                });
        assertThat(story.ask(story.westPreparer, standings::awaited)).isEmpty();
        assertThat(story.in(() -> worklist.worklist(story.preparer))).hasSize(1);
        assertThat(story.in(() -> worklist.worklist(story.planner))).hasSize(1);
        assertThat(story.in(() -> worklist.worklist(story.westPreparer))).isEmpty();
    }

    @Test
    void the_final_value_of_a_locked_quarter_comes_by_the_light_amendment_and_what_it_names_becomes_final() {
        LocalDate july = MonitoringStory.OPEN.end().plusMonths(10);
        declare(Standing.PROVISIONAL, july);
        accept();
        assertThat(story.ask(story.certifier, standings::awaited))
                .singleElement()
                .satisfies(waiting -> assertThat(waiting.locked()).isFalse());
        UUID unnamed = story.sheet(story.preparer, east).lines().get(1).id();
        story.at(afterTheRound(), () -> {
            lock();
            assertThat(story.ask(story.certifier, standings::awaited))
                    .singleElement()
                    .satisfies(waiting -> assertThat(waiting.locked()).isTrue());
            open(AmendmentKind.LATE_DATA, line());
            assertThat(standing()).isEqualTo(Standing.FINAL);
            assertThatThrownBy(() -> story.as(
                            story.preparer,
                            () -> standings.declare(
                                    east, List.of(new StandingService.Declared(unnamed, Standing.REVISED, null)))))
                    .hasMessageContaining("not-reopened");
            assertThat(unsettled()).as("what counts goes on counting").containsExactly(Standing.PROVISIONAL);
            story.fill(story.preparer, east, "462");
            accept();
        });
        assertThat(unsettled()).isEmpty();
        assertThat(story.ask(story.certifier, standings::awaited)).isEmpty();
        assertThat(content(2)).contains("cell\tfirms\tVALUE\t462\t\t\t1\tFINAL\t");
    }

    @Test
    void a_final_value_that_is_amended_is_a_revised_one_and_is_final_again_where_nothing_came_of_it() {
        accept();
        story.at(afterTheRound(), () -> {
            lock();
            UUID amendment = open(AmendmentKind.ERROR, line());
            assertThat(standing()).isEqualTo(Standing.REVISED);
            story.as(story.certifier, () -> amendments.giveUp(amendment, "原数据无误"));
            assertThat(standing()).isEqualTo(Standing.FINAL);
            open(AmendmentKind.ERROR, line());
            story.fill(story.preparer, east, "470");
            accept();
        });
        assertThat(content(2)).contains("cell\tfirms\tVALUE\t470\t\t\t1\tREVISED\t");
    }

    private UUID open(AmendmentKind kind, UUID line) {
        UUID amendment = story.ask(
                story.certifier,
                () -> amendments.draft(
                        east,
                        new AmendmentRequest(
                                kind,
                                AmendmentCause.FINAL_FIGURE,
                                kind.needsWords() ? "台账核对时发现少计" : "",
                                "区统〔2026〕3号",
                                Set.of(line)),
                        true));
        story.as(story.decider, () -> amendments.approve(amendment, 1));
        return amendment;
    }

    private Instant afterTheRound() {
        return story.ask(story.planner, () -> rounds.round(round)).editEndAt();
    }

    private void lock() {
        story.as(Actor.SYSTEM, () -> {
            dates.closeWindows();
            dates.lock();
        });
    }

    private Standing standing() {
        return story.sheet(story.preparer, east).lines().getFirst().standing();
    }

    private void declare(Standing standing, @Nullable LocalDate expected) {
        UUID line = line();
        story.as(
                story.preparer,
                () -> standings.declare(east, List.of(new StandingService.Declared(line, standing, expected))));
    }

    private UUID line() {
        return story.sheet(story.preparer, east).lines().getFirst().id();
    }

    private void accept() {
        story.as(story.preparer, () -> signOff.check(east));
        story.as(story.preparer, () -> signOff.request(east));
        story.as(story.certifier, () -> signOff.certify(east));
        story.as(story.reviewer, () -> reviews.start(east));
        story.as(story.reviewer, () -> reviews.accept(east));
    }

    private List<Standing> unsettled() {
        return story.ask(story.planner, () -> progress.one(story.firms)).unsettled();
    }

    private String content(int version) {
        return story.ask(story.planner, () -> returns.version(east, version)).content();
    }
}
