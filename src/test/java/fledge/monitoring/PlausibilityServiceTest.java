package fledge.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fledge.access.NotFound;
import fledge.kernel.Quarter;
import fledge.monitoring.rules.CheckRule;
import fledge.monitoring.rules.FindingClass;
import fledge.programme.rules.Item;
import fledge.support.PortalTest;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@PortalTest
class PlausibilityServiceTest {

    @Autowired
    MonitoringStory.Teller teller;

    @Autowired
    PlausibilityService rules;

    @Autowired
    ExplanationReasonService reasons;

    @Autowired
    SignOffService signOffs;

    @Autowired
    ReviewService reviews;

    @Autowired
    ReturnService returns;

    @Autowired
    JdbcClient jdbc;

    private static final Quarter OPEN = MonitoringStory.OPEN;

    private static NewRule change(MonitoringStory story, String threshold, @Nullable Quarter from) {
        return new NewRule(
                "环比变动",
                CheckRule.CHANGE_BOUND,
                FindingClass.C,
                story.programme,
                new NewRule.Cell(story.firms, Item.VALUE),
                null,
                null,
                new BigDecimal(threshold),
                null,
                null,
                0,
                "请核对台账。",
                story.east,
                from);
    }

    private UUID inForce(MonitoringStory story, NewRule made) {
        UUID rule = story.ask(story.planner, () -> rules.draft(made));
        story.as(story.planner, () -> rules.tryOut(rule));
        story.as(story.decider, () -> rules.enforce(rule));
        return rule;
    }

    /** The quarter before counts 100 firms; this one is filled with so many. */
    private UUID filled(MonitoringStory story, String before, String now) {
        story.at(
                MonitoringStory.dayAfter(OPEN.previous()), () -> accept(story, report(story, OPEN.previous(), before)));
        UUID round = story.round(OPEN);
        UUID id = story.returnOf(round, story.east);
        story.fill(story.preparer, id, now, "8", "10", "好");
        return id;
    }

    private UUID report(MonitoringStory story, Quarter quarter, String firms) {
        UUID id = story.returnOf(story.round(quarter), story.east);
        story.fill(story.preparer, id, firms, "8", "10", "好");
        story.as(story.preparer, () -> {
            signOffs.check(id);
            signOffs.request(id);
        });
        story.as(story.certifier, () -> signOffs.certify(id));
        return id;
    }

    private void accept(MonitoringStory story, UUID id) {
        story.as(story.reviewer, () -> {
            reviews.start(id);
            reviews.accept(id);
        });
    }

    private List<FindingView> check(MonitoringStory story, UUID id) {
        return story.ask(story.preparer, () -> signOffs.check(id)).stream()
                .filter(finding -> finding.rule() == CheckRule.CHANGE_BOUND)
                .toList();
    }

    @Test
    void a_programme_begins_with_the_usual_rules_and_a_city_with_reasons() {
        MonitoringStory story = teller.tell(1);
        assertThat(story.ask(story.planner, rules::statistics))
                .extracting(one -> one.rule().terms().kind())
                .containsExactlyInAnyOrder(
                        CheckRule.CHANGE_BOUND,
                        CheckRule.UNIT_SLIP,
                        CheckRule.CHANGE_YEAR,
                        CheckRule.SAME_AS_LAST_QUARTER,
                        CheckRule.ZERO_AFTER_NONZERO);
        assertThat(story.ask(story.preparer, reasons::reasons))
                .extracting(ExplanationReasonView::code)
                .contains("POLICY", "SEASON", "OTHER");
    }

    @Test
    void who_wrote_a_rule_does_not_put_it_in_force_and_untried_nobody_does() {
        MonitoringStory story = teller.tell(1);
        UUID rule = story.ask(story.planner, () -> rules.draft(change(story, "20", null)));

        assertThatThrownBy(() -> story.as(story.decider, () -> rules.enforce(rule)))
                .hasMessageContaining("state");
        story.as(story.planner, () -> rules.tryOut(rule));
        assertThatThrownBy(() -> story.as(story.planner, () -> rules.enforce(rule)))
                .hasMessageContaining("same-person");
        assertThatThrownBy(() -> story.as(story.preparer, () -> rules.enforce(rule)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> story.in(() -> jdbc.sql(
                                "update plausibility_rule set status = 'IN_FORCE', enforced_by = made_by where id = ?")
                        .param(rule)
                        .update()))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("rule_enforcer_is_not_maker");
        story.as(story.decider, () -> rules.enforce(rule));
        assertThat(story.ask(story.planner, () -> rules.rule(rule, 0))
                        .statistic()
                        .rule()
                        .status())
                .isEqualTo(RuleStatus.IN_FORCE);
    }

    @Test
    void what_a_rule_says_nobody_writes_again_not_even_past_the_portal() {
        MonitoringStory story = teller.tell(1);
        UUID rule = story.ask(story.planner, () -> rules.draft(change(story, "20", null)));
        for (String column : List.of("threshold = 1", "finding_class = 'D'", "kind = 'UNIT_SLIP'", "message = 'x'")) {
            assertThatThrownBy(() -> story.in(() -> jdbc.sql("update plausibility_rule set " + column + " where id = ?")
                            .param(rule)
                            .update()))
                    .as(column)
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void a_narrower_rule_asks_where_the_usual_one_would_not_and_its_finding_names_it() {
        MonitoringStory story = teller.tell(1);
        UUID id = filled(story, "100", "130");
        assertThat(check(story, id)).isEmpty();

        UUID rule = inForce(story, change(story, "20", null));
        assertThat(check(story, id)).singleElement().satisfies(finding -> {
            assertThat(finding.ruleId()).isEqualTo(rule);
            assertThat(finding.findingClass()).isEqualTo(FindingClass.C);
        });

        UUID wider = story.ask(story.planner, () -> rules.revise(rule, change(story, "60", null)));
        assertThat(check(story, id)).as("a draft judges nothing").hasSize(1);
        story.as(story.planner, () -> rules.tryOut(wider));
        story.as(story.decider, () -> rules.enforce(wider));
        assertThat(check(story, id)).isEmpty();
        assertThat(story.ask(story.planner, () -> rules.rule(wider, 0)).versions())
                .extracting(RuleView::status)
                .containsExactly(RuleStatus.IN_FORCE, RuleStatus.RETIRED);
    }

    @Test
    void a_new_version_from_a_quarter_on_leaves_earlier_quarters_to_the_old_one() {
        MonitoringStory story = teller.tell(1);
        UUID id = filled(story, "100", "130");
        UUID rule = inForce(story, change(story, "20", null));
        UUID later = story.ask(story.planner, () -> rules.revise(rule, change(story, "60", OPEN.next())));
        story.as(story.planner, () -> rules.tryOut(later));
        story.as(story.decider, () -> rules.enforce(later));

        assertThat(check(story, id)).extracting(FindingView::ruleId).containsExactly(rule);
        story.as(story.planner, () -> rules.retire(later, "另行制定"));
        assertThat(check(story, id)).extracting(FindingView::ruleId).containsExactly(rule);
    }

    @Test
    void a_trial_counts_what_the_rule_would_have_found() {
        MonitoringStory story = teller.tell(1);
        UUID id = filled(story, "100", "130");
        story.as(story.preparer, () -> {
            signOffs.check(id);
            signOffs.request(id);
        });
        story.as(story.certifier, () -> signOffs.certify(id));
        accept(story, id);

        UUID strict = story.ask(story.planner, () -> rules.draft(change(story, "20", null)));
        UUID loose = story.ask(story.planner, () -> rules.draft(change(story, "40", null)));
        assertThat(story.ask(story.planner, () -> rules.tryOut(strict)))
                .containsExactly(new Trial(OPEN, 1, 1), new Trial(OPEN.previous(), 1, 0));
        assertThat(story.ask(story.planner, () -> rules.tryOut(loose)))
                .containsExactly(new Trial(OPEN, 1, 0), new Trial(OPEN.previous(), 1, 0));
    }

    @Test
    void an_explanation_needs_a_reason_of_the_list_and_a_doubt_needs_words() {
        MonitoringStory story = teller.tell(1);
        UUID id = filled(story, "100", "200");
        UUID finding = check(story, id).getFirst().id();

        for (String code : List.of("", "NO_SUCH_REASON")) {
            assertThatThrownBy(() -> explain(story, id, finding, code, "新园区集中投产"))
                    .hasMessageContaining("choose-explanation");
        }
        assertThatThrownBy(() -> explain(story, id, finding, "POLICY", "短")).hasMessageContaining("too-short");
        assertThatThrownBy(() -> story.as(story.preparer, () -> signOffs.request(id)))
                .hasMessageContaining("unexplained");
        UUID policy = story.ask(story.planner, reasons::reasons).stream()
                .filter(reason -> reason.code().equals("POLICY"))
                .findFirst()
                .orElseThrow()
                .id();
        story.as(story.planner, () -> reasons.retire(policy));
        assertThatThrownBy(() -> explain(story, id, finding, "POLICY", "新园区集中投产"))
                .hasMessageContaining("choose-explanation");
        explain(story, id, finding, "ONE_OFF", "新园区集中投产");
        story.as(story.preparer, () -> signOffs.request(id));
        story.as(story.certifier, () -> signOffs.certify(id));
        story.as(story.reviewer, () -> reviews.start(id));
        assertThatThrownBy(() -> judge(story, id, finding, ExplanationVerdict.DOUBTED, " "))
                .hasMessageContaining("doubt-without-words");
        judge(story, id, finding, ExplanationVerdict.DOUBTED, "请附清单");
        assertThat(story.ask(story.reviewer, () -> returns.version(id, 1)).content())
                .as("what was signed names reason and rule")
                .contains("新园区集中投产\tONE_OFF\t");
    }

    private void explain(MonitoringStory story, UUID id, UUID finding, String code, String text) {
        story.as(story.preparer, () -> signOffs.explain(id, Map.of(finding, new Explanation(code, text))));
    }

    private void judge(MonitoringStory story, UUID id, UUID finding, ExplanationVerdict verdict, String text) {
        story.as(story.reviewer, () -> reviews.judge(id, Map.of(finding, new Judgement(verdict, text))));
    }

    @Test
    void what_was_said_last_quarter_stands_beside_and_the_tally_is_right() {
        MonitoringStory story = teller.tell(1);
        inForce(story, change(story, "20", null));
        Quarter first = OPEN.previous().previous();
        story.at(MonitoringStory.dayAfter(first), () -> {
            if (first.year() >= story.year) {
                accept(story, report(story, first, "100"));
            }
        });
        boolean three = first.year() >= story.year;
        story.at(MonitoringStory.dayAfter(OPEN.previous()), () -> {
            UUID id = story.returnOf(story.round(OPEN.previous()), story.east);
            story.fill(story.preparer, id, "130", "8", "10", "好");
            settle(story, id, "新园区集中投产", ExplanationVerdict.DOUBTED);
        });
        UUID id = story.returnOf(story.round(OPEN), story.east);
        story.fill(story.preparer, id, "190", "8", "10", "好");
        FindingView finding = check(story, id).getFirst();
        FindingView before = story.ask(
                        story.preparer,
                        () -> returns.background(returns.dossier(id).sheet()))
                .before(finding);
        if (three) {
            assertThat(before).isNotNull();
            assertThat(before.explanation()).isEqualTo("新园区集中投产");
            assertThat(before.verdict()).isEqualTo(ExplanationVerdict.DOUBTED);
        }
        settle(story, id, "同一园区二期投产", ExplanationVerdict.ACCEPTED);
        RuleTally tally = story.ask(story.planner, rules::statistics).stream()
                .filter(one -> !one.rule().name().isEmpty())
                .findFirst()
                .orElseThrow()
                .sum();
        assertThat(List.of(tally.hits(), tally.explained(), tally.accepted(), tally.doubted()))
                .isEqualTo(three ? List.of(2L, 2L, 1L, 1L) : List.of(1L, 1L, 1L, 0L));
        assertThat(tally.acceptance()).isEqualByComparingTo(three ? "50" : "100");
    }

    private void settle(MonitoringStory story, UUID id, String words, ExplanationVerdict verdict) {
        Map<UUID, Explanation> explanations = new HashMap<>();
        Map<UUID, Judgement> judgements = new HashMap<>();
        for (FindingView finding : check(story, id)) {
            if (finding.findingClass().needsExplanation()) {
                explanations.put(finding.id(), new Explanation("ONE_OFF", words));
                judgements.put(finding.id(), new Judgement(verdict, "请附清单"));
            }
        }
        story.as(story.preparer, () -> {
            signOffs.explain(id, explanations);
            signOffs.request(id);
        });
        story.as(story.certifier, () -> signOffs.certify(id));
        story.as(story.reviewer, () -> {
            reviews.start(id);
            reviews.judge(id, judgements);
            reviews.accept(id);
        });
    }

    @Test
    void another_citys_rule_is_not_there() {
        MonitoringStory here = teller.tell(1);
        MonitoringStory elsewhere = teller.tell(1);
        UUID rule = here.ask(here.planner, () -> rules.draft(change(here, "20", null)));
        assertThatThrownBy(() -> elsewhere.ask(elsewhere.planner, () -> rules.rule(rule, 0)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> elsewhere.as(elsewhere.planner, () -> rules.draft(change(here, "20", null))))
                .isInstanceOf(NotFound.class);
    }
}
