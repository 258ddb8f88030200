package fledge.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.kernel.Quarter;
import fledge.monitoring.rules.CheckRule;
import fledge.monitoring.rules.FindingClass;
import fledge.programme.Bilingual;
import fledge.programme.BridgedQuarter;
import fledge.programme.Definition;
import fledge.programme.DefinitionService;
import fledge.programme.DefinitionStatus;
import fledge.programme.DefinitionView;
import fledge.programme.NewDefinition;
import fledge.programme.rules.Item;
import fledge.support.PortalTest;
import fledge.support.RandomWalk;
import fledge.support.Witness;
import fledge.template.NewTemplate;
import fledge.template.TemplateService;
import fledge.template.TemplateStatus;
import fledge.template.TemplateView;
import fledge.template.rules.Frequency;
import fledge.template.rules.Respondents;
import fledge.template.rules.TemplateHead;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Forms, definitions and plausibility rules, walked through at random by everybody: versions never overlap, and never change. */
@PortalTest
class MachineWalksTest {

    private static final Quarter OPEN = MonitoringStory.OPEN;

    @Autowired
    MonitoringStory.Teller teller;

    @Autowired
    TemplateService templates;

    @Autowired
    DefinitionService definitions;

    @Autowired
    PlausibilityService rules;

    @Autowired
    Witness witness;

    private static <T> T newest(List<T> all, Predicate<T> such) {
        return all.reversed().stream().filter(such).findFirst().orElseThrow(() -> new NotFound("none yet"));
    }

    @Test
    void of_a_form_one_version_asks_at_a_time_and_none_says_anything_else_than_what_was_written() {
        MonitoringStory story = teller.tell(1);
        var walk = new RandomWalk("form", () -> witness.rows(story.city, "report_template", "template_item"));
        // Later than today, so that the portal's own jobs leave it alone.
        var quarter = new Quarter[] {OPEN.plus(2)};
        Quarter last = new Quarter(story.year + 2, 4);
        Map<UUID, List<Object>> written = new HashMap<>();
        walk.way(
                        "draft",
                        () -> then(story, quarter[0], story.planner, () -> {
                            UUID made = templates.draft(
                                    form(story, quarter[0].plus(walk.random().nextInt(4))));
                            written.put(made, content(templates.template(made)));
                        }))
                .never(
                        "the decider drafts",
                        () -> then(story, quarter[0], story.decider, () -> templates.draft(form(story, quarter[0]))))
                .often(
                        "approve",
                        () -> then(story, quarter[0], story.decider, () -> {
                            TemplateView draft =
                                    newest(versions(story), version -> version.status() == TemplateStatus.DRAFT);
                            templates.approve(draft.id(), draft.version());
                        }))
                .never(
                        "its author approves",
                        () -> then(story, quarter[0], story.planner, () -> {
                            TemplateView any = newest(versions(story), version -> true);
                            templates.approve(any.id(), any.version());
                        }))
                .never(
                        "approve what somebody else has changed",
                        () -> then(story, quarter[0], story.decider, () -> {
                            TemplateView any = newest(versions(story), version -> true);
                            templates.approve(any.id(), any.version() + 1);
                        }))
                .way("the calendar", () -> then(story, quarter[0], Actor.SYSTEM, templates::takeEffect))
                .way("a quarter passes", () -> {
                    if (quarter[0].equals(last)) {
                        throw new NotFound("a later quarter");
                    }
                    quarter[0] = quarter[0].next();
                });
        walk.walk(
                120,
                where -> {
                    List<TemplateView> versions = versions(story);
                    assertThat(versions)
                            .as(where)
                            .filteredOn(version -> version.status() == TemplateStatus.DRAFT)
                            .hasSizeLessThanOrEqualTo(1);
                    assertThat(versions)
                            .as(where)
                            .extracting(TemplateView::edition)
                            .isSorted()
                            .doesNotHaveDuplicates();
                    for (Quarter one = OPEN; one.compareTo(last) <= 0; one = one.next()) {
                        Quarter period = one;
                        List<UUID> asking = versions.stream()
                                .filter(version -> version.asksFor(period))
                                .map(TemplateView::id)
                                .toList();
                        assertThat(asking).as("%s, %s", where, period).hasSizeLessThanOrEqualTo(1);
                    }
                    for (TemplateView version : versions) {
                        assertThat(version.madeBy()).as(where).isNotEqualTo(version.approvedBy());
                        assertThat(content(version)).as(where).isEqualTo(written.get(version.id()));
                        witness.assertTells(
                                story.city, version.id(), "report-template", "DRAFT", version.status(), where);
                    }
                },
                "draft",
                "approve",
                "the calendar");
        witness.assertWhole(story.city);
    }

    @Test
    void a_form_that_begins_before_those_approved_already_asks_instead_of_all_of_them() {
        MonitoringStory story = teller.tell(1);
        for (int quarters : new int[] {2, 4, 6, 3}) {
            UUID draft = story.ask(story.planner, () -> templates.draft(form(story, OPEN.plus(quarters))));
            story.as(
                    story.decider,
                    () -> templates.approve(
                            draft, newest(versions(story), version -> true).version()));
        }
        UUID last = newest(versions(story), version -> true).id();
        for (int quarters = 3; quarters < 8; quarters++) {
            Quarter quarter = OPEN.plus(quarters);
            assertThat(versions(story))
                    .filteredOn(version -> version.asksFor(quarter))
                    .extracting(TemplateView::id)
                    .containsExactly(last);
        }
    }

    /** The oldest first. */
    private List<TemplateView> versions(MonitoringStory story) {
        return story.ask(story.planner, () -> templates.versions(story.programme))
                .reversed();
    }

    private static List<Object> content(TemplateView version) {
        return List.of(
                version.name(),
                version.head(),
                version.respondents(),
                version.frequency(),
                version.effectiveFrom(),
                version.items());
    }

    private static NewTemplate form(MonitoringStory story, Quarter from) {
        return new NewTemplate(
                story.programme,
                "季度监测表",
                TemplateHead.NONE,
                Respondents.INSIDE,
                Frequency.QUARTER,
                from,
                List.of(
                        new NewTemplate.Item(story.firms, Frequency.QUARTER),
                        new NewTemplate.Item(story.share, Frequency.QUARTER)));
    }

    private static void then(MonitoringStory story, Quarter quarter, Actor actor, Runnable work) {
        story.at(MonitoringStory.dayAfter(quarter), () -> story.as(actor, work));
    }

    @Test
    void of_a_definition_one_version_holds_at_a_time_and_an_approved_one_never_changes() {
        var story = new MonitoringStory[] {teller.tell(1)};
        var walk =
                new RandomWalk("definition", () -> witness.rows(story[0].city, "indicator_definition", "bridge_row"));
        Map<UUID, Map<String, Object>> approved = new HashMap<>();
        walk.beginningAgain(() -> story[0] = teller.tell(1))
                .often("propose", () -> {
                    NewDefinition made = change(walk, story[0]);
                    story[0].as(story[0].planner, () -> definitions.propose(story[0].firms, made));
                })
                .never("the decider proposes", () -> {
                    NewDefinition made = change(walk, story[0]);
                    story[0].as(story[0].decider, () -> definitions.propose(story[0].firms, made));
                })
                .way("revise", () -> {
                    DefinitionView any = walk.anyOf(versions(story[0], story[0].firms));
                    story[0].as(
                            story[0].planner,
                            () -> definitions.revise(any.id(), any.version(), change(walk, story[0])));
                })
                .often("bridge", () -> {
                    DefinitionView any = walk.anyOf(versions(story[0], story[0].firms));
                    Quarter before =
                            any.validFrom() == null ? OPEN : any.validFrom().previous();
                    var row = new BridgedQuarter(before, BigDecimal.valueOf(450), BigDecimal.valueOf(430));
                    story[0].as(story[0].planner, () -> definitions.bridge(any.id(), any.version(), List.of(row)));
                })
                .often("test", () -> {
                    DefinitionView any = proposal(story[0]);
                    story[0].as(story[0].planner, () -> definitions.test(any.id(), any.version()));
                })
                .often("send back", () -> {
                    DefinitionView any =
                            walk.anyOf(List.of(proposal(story[0]), walk.anyOf(versions(story[0], story[0].firms))));
                    story[0].as(story[0].decider, () -> definitions.sendBack(any.id(), any.version(), "请补充口径说明"));
                })
                .way("withdraw", () -> {
                    DefinitionView any = walk.anyOf(versions(story[0], story[0].firms));
                    story[0].as(story[0].planner, () -> definitions.withdraw(any.id(), any.version(), "不再需要变更口径"));
                })
                .way("approve", () -> {
                    DefinitionView any = proposal(story[0]);
                    story[0].as(story[0].decider, () -> definitions.approve(any.id(), any.version(), "文〔2026〕1号"));
                    approved.put(any.id(), any.fields());
                })
                .never("its author approves", () -> {
                    DefinitionView any = proposal(story[0]);
                    story[0].as(story[0].planner, () -> definitions.approve(any.id(), any.version(), "文〔2026〕1号"));
                })
                .never("approve what somebody else has changed", () -> {
                    DefinitionView any = proposal(story[0]);
                    story[0].as(story[0].decider, () -> definitions.approve(any.id(), any.version() + 1, "文〔2026〕1号"));
                });
        walk.walk(
                150,
                where -> {
                    List<DefinitionView> versions = versions(story[0], story[0].firms);
                    assertThat(versions)
                            .as(where)
                            .filteredOn(version -> version.status().isProposal())
                            .hasSizeLessThanOrEqualTo(1);
                    List<DefinitionView> settled = versions.stream()
                            .filter(version -> version.status().isSettled())
                            .toList();
                    for (int i = 1; i < settled.size(); i++) {
                        DefinitionView one = settled.get(i);
                        Quarter earlier = settled.get(i - 1).validFrom();
                        assertThat(one.validFrom()).as(where).isNotNull();
                        if (earlier != null) {
                            assertThat(one.validFrom()).as(where).isGreaterThan(earlier);
                        }
                        assertThat(one.approvedBy()).as(where).isNotNull().isNotEqualTo(one.madeBy());
                        assertThat(one.fields()).as(where).isEqualTo(approved.get(one.id()));
                        witness.assertTells(story[0].city, one.id(), "definition", "DRAFT", one.status(), where);
                    }
                    for (Quarter one = OPEN; one.year() <= story[0].year + 2; one = one.next()) {
                        Quarter quarter = one;
                        assertThat(versions)
                                .as("%s, %s", where, quarter)
                                .filteredOn(version -> version.statusIn(quarter, settled) == DefinitionStatus.EFFECTIVE)
                                .hasSize(1);
                    }
                },
                "propose",
                "revise",
                "bridge",
                "test",
                "send back",
                "withdraw",
                "approve");
        witness.assertWhole(story[0].city);
    }

    private List<DefinitionView> versions(MonitoringStory story, UUID indicator) {
        return story.ask(story.planner, () -> definitions.versions(indicator));
    }

    private DefinitionView proposal(MonitoringStory story) {
        return newest(versions(story, story.firms), version -> version.status().isProposal());
    }

    /** Mostly from soon after the last approved version on, and sometimes too early. */
    private NewDefinition change(RandomWalk walk, MonitoringStory story) {
        Quarter last = newest(
                        versions(story, story.firms),
                        version -> version.status().isSettled())
                .validFrom();
        return new NewDefinition(
                (last == null ? new Quarter(story.year, 2) : last)
                        .plus(walk.random().nextInt(3)),
                new Definition(new Bilingual("只计登记满" + walk.random().nextInt(100) + "天的企业", ""), null, null, null),
                "全市企业",
                "登记系统",
                null,
                "原口径与登记数不一致",
                null);
    }

    @Test
    void of_a_plausibility_rule_one_version_is_in_force_and_its_author_never_put_it_there() {
        MonitoringStory story = teller.tell(1);
        var walk = new RandomWalk("rule", () -> witness.rows(story.city, "plausibility_rule", "rule_trial"));
        List<UUID> made = new ArrayList<>();
        Map<UUID, List<Object>> written = new HashMap<>();
        walk.way("draft", () -> {
                    if (made.size() > 5) {
                        throw new NotFound("enough of them");
                    }
                    keep(story, story.ask(story.planner, () -> rules.draft(rule(walk, story))), made, written);
                })
                .never("the decider drafts", () -> story.as(story.decider, () -> rules.draft(rule(walk, story))))
                .way("revise", () -> {
                    UUID any = any(walk, made);
                    keep(story, story.ask(story.planner, () -> rules.revise(any, rule(walk, story))), made, written);
                })
                .often("try", () -> story.as(story.planner, () -> rules.tryOut(any(walk, made))))
                .never("the decider tries", () -> story.as(story.decider, () -> rules.tryOut(any(walk, made))))
                .often("enforce", () -> story.as(story.decider, () -> rules.enforce(any(walk, made))))
                .never("its author enforces", () -> story.as(story.planner, () -> rules.enforce(any(walk, made))))
                .way("retire", () -> story.as(story.planner, () -> rules.retire(any(walk, made), "命中太少")))
                .never(
                        "retire without a reason",
                        () -> story.as(story.planner, () -> rules.retire(any(walk, made), " ")));
        walk.walk(
                150,
                where -> {
                    Map<Integer, List<RuleStatus>> byNumber = new HashMap<>();
                    for (UUID id : made) {
                        RuleView version = view(story, id);
                        byNumber.computeIfAbsent(version.number(), number -> new ArrayList<>())
                                .add(version.status());
                        assertThat(content(version)).as(where).isEqualTo(written.get(id));
                        if (version.status() == RuleStatus.IN_FORCE) {
                            assertThat(version.triedAt()).as(where).isNotNull();
                            assertThat(version.enforcedBy())
                                    .as(where)
                                    .isNotNull()
                                    .isNotEqualTo(version.madeBy());
                        }
                        witness.assertTells(story.city, id, "plausibility-rule", "DRAFT", version.status(), where);
                    }
                    assertThat(byNumber.values()).as(where).allSatisfy(versions -> {
                        assertThat(versions)
                                .filteredOn(RuleStatus.IN_FORCE::equals)
                                .hasSizeLessThanOrEqualTo(1);
                        assertThat(versions)
                                .filteredOn(status -> status == RuleStatus.DRAFT || status == RuleStatus.TESTED)
                                .hasSizeLessThanOrEqualTo(1);
                    });
                },
                "draft",
                "revise",
                "try",
                "enforce",
                "retire");
        witness.assertWhole(story.city);
    }

    private void keep(MonitoringStory story, UUID id, List<UUID> made, Map<UUID, List<Object>> written) {
        made.add(id);
        written.put(id, content(view(story, id)));
    }

    private static UUID any(RandomWalk walk, List<UUID> made) {
        if (made.isEmpty()) {
            throw new NotFound("no rule yet");
        }
        return walk.anyOf(made);
    }

    private RuleView view(MonitoringStory story, UUID id) {
        return story.ask(story.planner, () -> rules.rule(id, 0)).statistic().rule();
    }

    private static List<Object> content(RuleView version) {
        return List.of(version.name(), version.terms(), version.message(), version.number(), version.edition());
    }

    private static NewRule rule(RandomWalk walk, MonitoringStory story) {
        return new NewRule(
                "环比变动",
                CheckRule.CHANGE_BOUND,
                FindingClass.C,
                story.programme,
                new NewRule.Cell(story.firms, Item.VALUE),
                null,
                null,
                BigDecimal.valueOf(20L + walk.random().nextInt(60)),
                null,
                null,
                0,
                "请核对台账。",
                story.east,
                OPEN.plus(walk.random().nextInt(4)));
    }
}
