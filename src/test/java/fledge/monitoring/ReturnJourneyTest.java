package fledge.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.kernel.Quarter;
import fledge.kernel.RuleRefused;
import fledge.monitoring.rules.CheckRule;
import fledge.support.PortalTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

@PortalTest
class ReturnJourneyTest {

    @Autowired
    MonitoringStory.Teller teller;

    @Autowired
    EntryService entries;

    @Autowired
    SignOffService signOffs;

    @Autowired
    ReviewService reviews;

    @Autowired
    WaiverService waivers;

    @Autowired
    ReturnService returns;

    @Autowired
    RoundDates dates;

    @Autowired
    ProgressService progress;

    @Autowired
    Figures figures;

    @Autowired
    FigureFolding folding;

    private final Quarter open = MonitoringStory.OPEN;

    private UUID opened(MonitoringStory story) {
        return story.returnOf(story.round(open), story.east);
    }

    private void report(MonitoringStory story, UUID id) {
        story.as(story.preparer, () -> {
            signOffs.check(id);
            signOffs.request(id);
        });
        story.as(story.certifier, () -> signOffs.certify(id));
    }

    private void accept(MonitoringStory story, UUID id) {
        story.as(story.reviewer, () -> {
            reviews.start(id);
            reviews.accept(id);
        });
    }

    private void assertRollUpsAgree(MonitoringStory story) {
        assertThat(story.in(() -> figures.totals(story.programme)))
                .isEqualTo(story.in(() -> figures.totalsRecomputed(story.programme)));
    }

    @Test
    void a_quarter_is_entered_signed_accepted_and_counts() {
        MonitoringStory story = teller.tell(1);
        UUID id = opened(story);

        story.fill(story.preparer, id, "１，０００", "80", "100", "平稳");
        report(story, id);
        VersionView version =
                story.ask(story.certifier, () -> returns.dossier(id)).versions().getFirst();
        assertThat(version.timely()).isTrue();
        assertThat(version.hash()).hasSize(64);
        assertThat(story.ask(story.certifier, () -> returns.version(id, 1)).intact())
                .isTrue();
        accept(story, id);

        assertThat(story.status(id)).isEqualTo(ReturnStatus.ACCEPTED);
        assertRollUpsAgree(story);
        ProgressView shown = story.ask(story.planner, () -> progress.progress(story.programme));
        IndicatorProgress firms = shown.indicators().getFirst();
        assertThat(firms.accumulated()).isEqualByComparingTo("1000");
        assertThat(firms.missing()).containsExactly(story.west);
        assertThat(shown.indicators().get(2).wording()).isEqualTo("平稳");
        assertThat(story.ask(story.planner, () -> progress.history(story.firms)).lights())
                .hasSize(1);
    }

    @Test
    void folding_moves_what_was_appended_and_changes_no_total() {
        MonitoringStory story = teller.tell(1);
        UUID id = opened(story);
        story.fill(story.preparer, id, "7", "8", "10", "好");
        report(story, id);
        accept(story, id);
        var before = story.in(() -> figures.totals(story.programme));

        story.as(Actor.SYSTEM, folding::fold);

        assertThat(story.in(() -> figures.totals(story.programme))).isEqualTo(before);
        assertThat(story.in(figures::fold)).isZero();
        assertRollUpsAgree(story);
    }

    @Test
    void nobody_signs_twice() {
        MonitoringStory story = teller.tell(1);
        UUID id = opened(story);
        story.fill(story.jackOfAllTrades, id, "1", "1", "1", "好");
        story.as(story.jackOfAllTrades, () -> {
            signOffs.check(id);
            signOffs.request(id);
        });

        assertThatThrownBy(() -> story.as(story.jackOfAllTrades, () -> signOffs.certify(id)))
                .isInstanceOf(RuleRefused.class)
                .hasMessageContaining("same-person");
        story.as(story.certifier, () -> signOffs.certify(id));
        assertThatThrownBy(() -> story.as(story.jackOfAllTrades, () -> reviews.start(id)))
                .isInstanceOf(RuleRefused.class)
                .hasMessageContaining("same-person");
    }

    @Test
    void two_levels_of_review_need_two_reviewers() {
        MonitoringStory story = teller.tell(2);
        UUID id = opened(story);
        story.fill(story.preparer, id, "1", "1", "1", "好");
        report(story, id);
        story.as(story.reviewer, () -> reviews.start(id));

        assertThatThrownBy(() -> story.as(story.reviewer, () -> reviews.accept(id)))
                .hasMessageContaining("not-last-level");
        story.as(story.reviewer, () -> reviews.pass(id));
        assertThatThrownBy(() -> story.as(story.reviewer, () -> reviews.accept(id)))
                .hasMessageContaining("same-person");
        story.as(story.secondReviewer, () -> reviews.accept(id));
        assertThat(story.status(id)).isEqualTo(ReturnStatus.ACCEPTED);
    }

    @Test
    void what_is_not_understood_changes_nothing() {
        MonitoringStory story = teller.tell(1);
        UUID id = opened(story);
        story.fill(story.preparer, id, "12");

        for (String typed : List.of("abc", "1,23", "1e309", "--5", "1.5", "NaN")) {
            assertThat(story.fill(story.preparer, id, typed).getFirst()).isInstanceOf(CellResult.Refused.class);
        }
        assertThat(story.sheet(story.preparer, id).lines().getFirst().content().value())
                .isEqualByComparingTo("12");
    }

    @Test
    void two_writers_of_one_cell_get_both_values_to_choose_from() {
        MonitoringStory story = teller.tell(1);
        UUID id = opened(story);
        ReturnSheet.Line seen = story.sheet(story.preparer, id).lines().getFirst();
        story.ask(story.otherPreparer, () -> entries.enterValue(id, seen.id(), "5", seen.valueEdition()));

        CellResult second =
                story.ask(story.preparer, () -> entries.enterValue(id, seen.id(), "6", seen.valueEdition()));

        assertThat(second).isInstanceOfSatisfying(CellResult.Conflict.class, conflict -> {
            assertThat(conflict.theirs().value()).isEqualByComparingTo("5");
            assertThat(conflict.by()).isEqualTo(story.otherPreparer.personId());
        });
        CellResult again = story.ask(story.preparer, () -> entries.enterValue(id, seen.id(), "5", seen.valueEdition()));
        assertThat(again).as("the same value once more, as after a lost answer").isInstanceOf(CellResult.Saved.class);
    }

    @Test
    void a_note_and_a_value_never_stand_in_each_others_way() {
        MonitoringStory story = teller.tell(1);
        UUID id = opened(story);
        ReturnSheet.Line seen = story.sheet(story.preparer, id).lines().getFirst();
        story.ask(story.preparer, () -> entries.enterNote(id, seen.id(), "口径见附注", seen.noteEdition()));
        CellResult value = story.ask(story.preparer, () -> entries.enterValue(id, seen.id(), "9", seen.valueEdition()));
        assertThat(value).isInstanceOf(CellResult.Saved.class);
    }

    @Test
    void a_part_greater_than_the_whole_blocks_and_a_gap_needs_a_reason() {
        MonitoringStory story = teller.tell(1);
        UUID id = opened(story);
        story.fill(story.preparer, id, "", "11", "10", "好");
        List<FindingView> found = story.ask(story.preparer, () -> signOffs.check(id));

        assertThat(found)
                .extracting(FindingView::rule)
                .contains(CheckRule.PART_GREATER_THAN_WHOLE, CheckRule.MISSING_WITHOUT_REASON);
        assertThatThrownBy(() -> story.as(story.preparer, () -> signOffs.request(id)))
                .hasMessageContaining("blocking-findings");
    }

    @Test
    void a_great_change_is_explained_and_the_reviewer_judges_the_explanation() {
        MonitoringStory story = teller.tell(1);
        Quarter before = open.previous();
        story.at(MonitoringStory.dayAfter(before), () -> {
            UUID first = story.returnOf(story.round(before), story.east);
            story.fill(story.preparer, first, "100", "80", "100", "好");
            report(story, first);
            accept(story, first);
        });
        UUID id = opened(story);
        story.fill(story.preparer, id, "200", "82", "101", "好");
        FindingView change = story.ask(story.preparer, () -> signOffs.check(id)).stream()
                .filter(finding -> finding.rule() == CheckRule.CHANGE_BOUND)
                .findFirst()
                .orElseThrow();

        assertThatThrownBy(() -> story.as(story.preparer, () -> signOffs.request(id)))
                .hasMessageContaining("unexplained");
        assertThatThrownBy(() -> story.as(
                        story.preparer, () -> signOffs.explain(id, Map.of(change.id(), new Explanation("OTHER", "短")))))
                .hasMessageContaining("too-short");
        story.as(story.preparer, () -> signOffs.explain(id, Map.of(change.id(), new Explanation("POLICY", "新园区集中投产"))));
        report(story, id);
        story.as(story.reviewer, () -> reviews.start(id));
        assertThatThrownBy(() -> story.as(story.reviewer, () -> reviews.accept(id)))
                .hasMessageContaining("verdicts-missing");
        story.as(
                story.reviewer,
                () -> reviews.judge(id, Map.of(change.id(), new Judgement(ExplanationVerdict.DOUBTED, "请附投产清单"))));
        assertThatThrownBy(() -> story.as(story.reviewer, () -> reviews.accept(id)))
                .hasMessageContaining("doubted");
        story.as(story.reviewer, () -> {
            reviews.judge(id, Map.of(change.id(), new Judgement(ExplanationVerdict.ACCEPTED, "")));
            reviews.accept(id);
        });
        assertThat(story.status(id)).isEqualTo(ReturnStatus.ACCEPTED);
        assertRollUpsAgree(story);
    }

    @Test
    void of_a_return_sent_back_only_what_was_named_is_open_and_the_new_version_counts() {
        MonitoringStory story = teller.tell(1);
        UUID id = opened(story);
        story.fill(story.preparer, id, "10", "8", "10", "好");
        report(story, id);
        story.as(story.reviewer, () -> {
            reviews.start(id);
            reviews.sendBack(id, SendBackReason.WRONG_FIGURE, "与工商登记数不符", Set.of(story.firms));
        });

        assertThatThrownBy(() -> {
                    ReturnSheet.Line part =
                            story.sheet(story.preparer, id).lines().get(1);
                    story.ask(story.preparer, () -> entries.enterValue(id, part.id(), "9", part.valueEdition()));
                })
                .hasMessageContaining("not-returned");
        story.fill(story.preparer, id, "12");
        report(story, id);
        accept(story, id);

        assertThat(story.ask(story.planner, () -> returns.dossier(id)).versions())
                .hasSize(2);
        assertThat(story.ask(story.planner, () -> returns.dossier(id)).before()).containsEntry("firms.VALUE", "10");
        assertThat(story.in(() -> figures.totals(story.programme))
                        .get(story.firms)
                        .getFirst()
                        .value())
                .isEqualByComparingTo("12");
        assertRollUpsAgree(story);
    }

    @Test
    void an_acceptance_is_withdrawn_by_another_decider_and_the_figures_stop_counting() {
        MonitoringStory story = teller.tell(1);
        UUID id = opened(story);
        story.fill(story.preparer, id, "10", "8", "10", "好");
        report(story, id);
        accept(story, id);

        story.as(story.decider, () -> reviews.unaccept(id, "发现统计口径有误"));

        assertThat(story.status(id)).isEqualTo(ReturnStatus.IN_REVIEW);
        assertThat(story.in(() -> figures.totals(story.programme))).isEmpty();
        assertRollUpsAgree(story);
    }

    @Test
    void the_calendar_closes_what_was_not_reported_and_locks_what_was_accepted() {
        MonitoringStory story = teller.tell(1);
        UUID round = story.round(open);
        UUID accepted = story.returnOf(round, story.east);
        UUID forgotten = story.returnOf(round, story.west);
        story.fill(story.preparer, accepted, "10", "8", "10", "好");
        report(story, accepted);
        accept(story, accepted);
        ReturnSheet.Line cell =
                story.sheet(story.westPreparer, forgotten).lines().getFirst();
        Instant late = story.sheet(story.planner, accepted).report().round().editEndAt();

        story.at(
                late,
                () -> story.as(Actor.SYSTEM, () -> {
                    dates.closeWindows();
                    dates.lock();
                }));

        assertThat(story.status(accepted)).isEqualTo(ReturnStatus.LOCKED);
        assertThat(story.status(forgotten)).isEqualTo(ReturnStatus.MISSED);
        assertThatThrownBy(() -> story.ask(story.westPreparer, () -> entries.enterValue(forgotten, cell.id(), "1", 0)))
                .isInstanceOf(RuleRefused.class);
    }

    @Test
    void the_first_instant_after_entry_is_too_late_and_the_last_before_is_not() {
        MonitoringStory story = teller.tell(1);
        UUID id = opened(story);
        Instant end = story.sheet(story.planner, id).report().round().entryEndAt();
        ReturnSheet.Line cell = story.sheet(story.preparer, id).lines().getFirst();

        story.at(
                end.minusMillis(1),
                () -> story.ask(story.preparer, () -> entries.enterValue(id, cell.id(), "1", cell.valueEdition())));
        assertThatThrownBy(() ->
                        story.at(end, () -> story.ask(story.preparer, () -> entries.enterValue(id, cell.id(), "2", 1))))
                .hasMessageContaining("entry-closed");
    }

    @Test
    void a_waiver_takes_two_persons() {
        MonitoringStory story = teller.tell(1);
        UUID id = story.returnOf(story.round(open), story.west);

        assertThatThrownBy(() -> story.as(story.decider, () -> waivers.decide(id, true)))
                .hasMessageContaining("no-waiver");
        story.as(story.planner, () -> waivers.propose(id, "园区整体搬迁，本季无业务"));
        story.as(story.decider, () -> waivers.decide(id, true));

        assertThat(story.status(id)).isEqualTo(ReturnStatus.WAIVED);
    }

    @Test
    void another_units_return_is_not_there_and_nobody_but_its_preparer_writes_it() {
        MonitoringStory story = teller.tell(1);
        UUID id = opened(story);
        ReturnSheet.Line cell = story.sheet(story.preparer, id).lines().getFirst();

        assertThatThrownBy(() -> story.ask(story.westPreparer, () -> returns.dossier(id)))
                .isInstanceOf(NotFound.class);
        for (Actor other : List.of(story.certifier, story.reviewer, story.planner, story.decider)) {
            assertThatThrownBy(() -> story.ask(other, () -> entries.enterValue(id, cell.id(), "1", 0)))
                    .isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void progress_measures_against_the_target_and_the_pace() {
        MonitoringStory story = teller.tell(1, open.year());
        UUID round = story.round(open);
        for (var each : Map.of(story.east, story.preparer, story.west, story.westPreparer)
                .entrySet()) {
            UUID id = story.returnOf(round, each.getKey());
            story.fill(each.getValue(), id, "300", "80", "100", "好");
            story.as(each.getValue(), () -> {
                signOffs.check(id);
                signOffs.request(id);
            });
            story.as(
                    each.getKey().equals(story.east) ? story.certifier : story.westCertifier,
                    () -> signOffs.certify(id));
            accept(story, id);
        }
        IndicatorProgress firms = story.ask(story.planner, () -> progress.progress(story.programme))
                .indicators()
                .getFirst();
        assertThat(firms.accumulated()).isEqualByComparingTo(new BigDecimal("600"));
        assertThat(Objects.requireNonNull(firms.evaluation()).completion()).isEqualByComparingTo("50");
        assertThat(firms.missing()).isEmpty();
    }
}
