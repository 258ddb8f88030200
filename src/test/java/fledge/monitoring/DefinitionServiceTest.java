package fledge.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fledge.access.Actor;
import fledge.kernel.Quarter;
import fledge.kernel.RuleRefused;
import fledge.monitoring.rules.CheckRule;
import fledge.programme.Bilingual;
import fledge.programme.BridgedQuarter;
import fledge.programme.Definition;
import fledge.programme.DefinitionService;
import fledge.programme.DefinitionStatus;
import fledge.programme.DefinitionView;
import fledge.programme.IndicatorView;
import fledge.programme.NewDefinition;
import fledge.programme.ProgrammeService;
import fledge.programme.rules.Item;
import fledge.support.Cities;
import fledge.support.DemoCity;
import fledge.support.PortalTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/** A change of definition: two people, a bridge, no reach into what is reported, and no rewriting. */
@PortalTest
class DefinitionServiceTest {

    private static final Quarter OPEN = MonitoringStory.OPEN;

    @Autowired
    MonitoringStory.Teller teller;

    @Autowired
    DefinitionService definitions;

    @Autowired
    ProgrammeService programmes;

    @Autowired
    ProgressService progress;

    @Autowired
    EntryService entries;

    @Autowired
    SignOffService signOff;

    @Autowired
    ReviewService reviews;

    @Autowired
    ReturnService returns;

    @Autowired
    LineageService lineages;

    @Autowired
    Figures figures;

    @Autowired
    DemoCity luqiao;

    @Autowired
    Cities cities;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    MonitoringStory story;

    @BeforeEach
    void tell() {
        story = teller.tell(1);
    }

    @Test
    void publishing_makes_the_first_version() {
        assertThat(story.ask(story.planner, () -> definitions.versions(story.firms)))
                .singleElement()
                .satisfies(first -> {
                    assertThat(first.number()).isEqualTo(1);
                    assertThat(first.validFrom()).isNull();
                    assertThat(first.status()).isEqualTo(DefinitionStatus.APPROVED);
                });
    }

    @Test
    void a_change_goes_from_draft_through_its_test_into_force_and_the_past_keeps_its_number() {
        UUID past = report(OPEN.previous(), "450");
        BigDecimal before = accumulated();
        UUID change = approved(OPEN);
        assertThat(story.ask(story.planner, () -> definitions.definition(change))
                        .status())
                .isEqualTo(DefinitionStatus.APPROVED);
        assertThat(accumulated()).isEqualByComparingTo(before);
        UUID now = report(OPEN, "500");
        assertThat(definitionOf(past)).as("made under the old one").isEqualTo(1);
        assertThat(definitionOf(now)).isEqualTo(2);
        assertThat(story.ask(story.planner, () -> returns.version(now, 1)).content())
                .contains("cell\tfirms\tVALUE\t500\t\t\t2");
        assertThat(story.ask(story.planner, () -> returns.version(past, 1)).content())
                .contains("cell\tfirms\tVALUE\t450\t\t\t1");
    }

    @Test
    void a_cell_is_not_compared_with_a_quarter_of_another_definition() {
        report(OPEN.previous(), "450");
        UUID east = story.returnOf(story.round(OPEN), story.east);
        assertThat(entered(east, "500").previous()).isEqualByComparingTo("450");
        approved(OPEN);
        assertThat(entered(east, "510").previous()).isNull();
    }

    @Test
    void the_rules_hear_nothing_of_a_quarter_of_another_definition() {
        report(OPEN.previous(), "450");
        UUID east = story.returnOf(story.round(OPEN), story.east);
        story.fill(story.preparer, east, "450000");
        assertThat(rulesThatHit(east)).contains(CheckRule.CHANGE_BOUND, CheckRule.UNIT_SLIP);
        approved(OPEN);
        assertThat(rulesThatHit(east))
                .as("and the bridge is of the whole, not of one of its two units")
                .doesNotContain(CheckRule.CHANGE_BOUND, CheckRule.UNIT_SLIP);
    }

    /** Luqiao's conversions of sole traders are reported by one bureau, so that the bridge of the whole is the bureau's own. */
    @Test
    void a_bridge_puts_the_past_of_the_only_unit_that_reports_on_the_new_basis() {
        cities.in(luqiao.city(), () -> {
            IndicatorView indicator = programmes
                    .indicators(programmes.running().orElseThrow().id())
                    .stream()
                    .filter(one -> one.definitions().size() > 1)
                    .findFirst()
                    .orElseThrow();
            DefinitionView change = indicator.definitions().getLast();
            Quarter from = Objects.requireNonNull(change.validFrom());
            BridgedQuarter bridged = change.bridge().getLast();
            assertThat(bridged.quarter()).isEqualTo(from.previous());
            assertThat(bridged.newValue()).isNotEqualByComparingTo(bridged.oldValue());
            UUID bureau = indicator.reportingUnits().getFirst();
            UnitPast past = UnitPast.of(
                    from, any -> 1, figures.ofUnit(indicator.programmeId(), bureau, List.of(from.previous(), from)));
            assertThat(past.previous(indicator.id(), Item.VALUE)).isEqualByComparingTo(bridged.oldValue());
            assertThat(past.comparable(indicator, Item.VALUE, from.previous()))
                    .isEqualByComparingTo(bridged.newValue());
            assertThat(past.comparable(indicator, Item.VALUE).get(from.previous()))
                    .isEqualByComparingTo(bridged.newValue());
            return bureau;
        });
    }

    private List<CheckRule> rulesThatHit(UUID returnId) {
        return story.ask(story.preparer, () -> signOff.check(returnId)).stream()
                .filter(finding -> finding.indicatorId().equals(story.firms))
                .map(FindingView::rule)
                .toList();
    }

    /** As long as a signature is not committed, the approval of a change waits for it, and then comes too late. */
    @Test
    void a_change_that_is_approved_while_somebody_signs_finds_the_signature() throws Exception {
        UUID change = tested(OPEN);
        UUID east = awaitingSignature(OPEN, "500");
        assertThatThrownBy(() -> meanwhile(
                        story.certifier,
                        () -> signOff.certify(east),
                        story.decider,
                        () -> definitions.approve(change, version(change), "文〔2026〕1号")))
                .cause()
                .isInstanceOfSatisfying(
                        RuleRefused.class,
                        refused -> assertThat(refused.reasons().getFirst().key())
                                .isEqualTo("programme.definition.tooEarly"));
        assertThatThrownBy(() -> story.in(() -> jdbc.sql(
                                "update indicator_definition set status = 'APPROVED', document_no = 'x', approved_at = now(),"
                                        + " approved_by = ? where id = ?")
                        .params(story.decider.personId(), change)
                        .update()))
                .as("nothing counts yet, and still the database says so too")
                .rootCause()
                .hasMessageContaining("figures that are signed");
        assertCountsUnder(1, east);
    }

    /** As long as an approval is not committed, a signature waits for it, and is given under the new definition. */
    @Test
    void what_is_signed_while_a_change_is_approved_is_signed_under_it() throws Exception {
        UUID change = tested(OPEN);
        UUID east = awaitingSignature(OPEN, "500");
        meanwhile(
                story.decider,
                () -> definitions.approve(change, version(change), "文〔2026〕1号"),
                story.certifier,
                () -> signOff.certify(east));
        assertCountsUnder(2, east);
    }

    private void assertCountsUnder(int definition, UUID returnId) {
        story.as(story.reviewer, () -> reviews.start(returnId));
        story.as(story.reviewer, () -> judged(returnId));
        story.as(story.reviewer, () -> reviews.accept(returnId));
        assertThat(story.ask(story.planner, () -> returns.version(returnId, 1)).content())
                .contains("cell\tfirms\tVALUE\t500\t\t\t" + definition);
        assertThat(definitionOf(returnId)).isEqualTo(definition);
        assertThat(story.ask(story.planner, () -> lineages.lineage(story.firms, OPEN, null, 0))
                        .inputs())
                .isNotEmpty()
                .allMatch(Lineage.Input::holds);
    }

    /** Somebody begins while another is done and has not committed; it waits, and goes on once the other has. */
    private void meanwhile(Actor one, Runnable first, Actor other, Runnable second) throws Exception {
        try (var thread = Executors.newSingleThreadExecutor()) {
            var waiting = new AtomicReference<Future<?>>();
            story.as(
                    one,
                    () -> transaction.executeWithoutResult(status -> {
                        first.run();
                        Future<?> begun = thread.submit(() -> story.as(other, second));
                        waiting.set(begun);
                        assertThatThrownBy(() -> begun.get(3, TimeUnit.SECONDS))
                                .as("it waits")
                                .isInstanceOf(TimeoutException.class);
                    }));
            waiting.get().get(30, TimeUnit.SECONDS);
        }
    }

    private CellResult.Saved entered(UUID returnId, String typed) {
        ReturnSheet.Line firms = story.sheet(story.preparer, returnId).lines().getFirst();
        return (CellResult.Saved)
                story.ask(story.preparer, () -> entries.enterValue(returnId, firms.id(), typed, firms.valueEdition()));
    }

    @Test
    void nobody_approves_what_they_wrote_or_bridged_and_only_a_decider_does() {
        UUID id = tested(OPEN);
        Actor both = new Actor(
                story.planner.accountId(),
                story.planner.personId(),
                "both",
                "both",
                List.of(
                        story.planner.appointments().getFirst(),
                        story.decider.appointments().getFirst()));
        assertThatThrownBy(() -> story.as(both, () -> definitions.approve(id, version(id), "文〔2026〕1号")))
                .isInstanceOf(RuleRefused.class);
        assertThatThrownBy(() -> story.as(story.planner, () -> definitions.approve(id, version(id), "文〔2026〕1号")))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> story.in(() -> jdbc.sql(
                                "update indicator_definition set status = 'APPROVED', document_no = 'x', approved_at = now(),"
                                        + " approved_by = ? where id = ?")
                        .params(story.planner.personId(), id)
                        .update()))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void what_is_reported_is_out_of_reach() {
        report(OPEN.previous(), "450");
        assertRefused(() -> definitions.propose(story.firms, change(OPEN.previous())), "programme.definition.tooEarly");
        UUID id = tested(OPEN);
        report(OPEN, "500");
        assertThatThrownBy(() -> story.as(story.decider, () -> definitions.approve(id, version(id), "文〔2026〕1号")))
                .isInstanceOf(RuleRefused.class);
        assertThatThrownBy(() -> story.in(() -> jdbc.sql(
                                "update indicator_definition set status = 'APPROVED', document_no = 'x', approved_at = now(),"
                                        + " approved_by = ? where id = ?")
                        .params(story.decider.personId(), id)
                        .update()))
                .as("and the database says so too")
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void a_settled_version_is_never_rewritten_not_even_in_the_database() {
        UUID id = approved(OPEN);
        assertRefused(() -> definitions.revise(id, version(id), change(OPEN)), "programme.definition.state");
        assertThatThrownBy(() ->
                        story.in(() -> jdbc.sql("update indicator_definition set definition_zh = '别的' where id = ?")
                                .param(id)
                                .update()))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> story.in(() -> jdbc.sql("update bridge_row set new_value = 1 where definition_id = ?")
                        .param(id)
                        .update()))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> story.in(() -> jdbc.sql("delete from indicator_definition where id = ?")
                        .param(id)
                        .update()))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void without_a_bridge_or_a_reason_nothing_is_sent_for_approval() {
        UUID id = story.ask(story.planner, () -> definitions.propose(story.firms, change(OPEN)));
        assertRefused(() -> definitions.test(id, version(id)), "programme.definition.untested");
        assertRefused(() -> definitions.propose(story.firms, change(OPEN)), "programme.definition.oneAtATime");
        story.as(
                story.decider,
                () -> assertThatThrownBy(() -> definitions.approve(id, version(id), "文〔2026〕1号"))
                        .isInstanceOf(RuleRefused.class));
        story.as(story.planner, () -> definitions.withdraw(id, version(id), "不再需要变更口径"));
        assertThat(story.ask(story.planner, () -> definitions.definition(id)).status())
                .isEqualTo(DefinitionStatus.WITHDRAWN);
    }

    private void assertRefused(Runnable act, String key) {
        assertThatThrownBy(() -> story.as(story.planner, act))
                .isInstanceOfSatisfying(
                        RuleRefused.class,
                        refused ->
                                assertThat(refused.reasons().getFirst().key()).isEqualTo(key));
    }

    private static NewDefinition change(Quarter from) {
        return new NewDefinition(
                from,
                new Definition(new Bilingual("只计已登记的企业", ""), null, null, null),
                "全市企业",
                "登记系统",
                null,
                "原口径与登记数不一致",
                null);
    }

    private UUID tested(Quarter from) {
        UUID id = story.ask(story.planner, () -> definitions.propose(story.firms, change(from)));
        story.as(
                story.planner,
                () -> definitions.bridge(
                        id,
                        version(id),
                        List.of(new BridgedQuarter(from.previous(), new BigDecimal("450"), new BigDecimal("430")))));
        story.as(story.planner, () -> definitions.test(id, version(id)));
        return id;
    }

    private UUID approved(Quarter from) {
        UUID id = tested(from);
        story.as(story.decider, () -> definitions.approve(id, version(id), "文〔2026〕1号"));
        return id;
    }

    private int version(UUID id) {
        return definitions.definition(id).version();
    }

    private BigDecimal accumulated() {
        return story.ask(story.planner, () -> progress.one(story.firms)).accumulated();
    }

    private int definitionOf(UUID returnId) {
        return story.in(
                () -> jdbc.sql("select f.definition_no from figure f join return_version v on v.city_id = f.city_id"
                                + " and v.id = f.version_id where v.return_id = ? and f.indicator_id = ?")
                        .params(returnId, story.firms)
                        .query(Integer.class)
                        .single());
    }

    /** The east's return, accepted. */
    private UUID report(Quarter quarter, String firms) {
        var made = new UUID[1];
        story.at(MonitoringStory.dayAfter(quarter), () -> {
            UUID id = awaitingSignature(quarter, firms);
            story.as(story.certifier, () -> signOff.certify(id));
            story.as(story.reviewer, () -> reviews.start(id));
            story.as(story.reviewer, () -> judged(id));
            story.as(story.reviewer, () -> reviews.accept(id));
            made[0] = id;
        });
        return made[0];
    }

    /** The east's return, handed to its certifier. */
    private UUID awaitingSignature(Quarter quarter, String firms) {
        UUID id = story.returnOf(story.round(quarter), story.east);
        story.fill(story.preparer, id, firms, "8", "10", "进展顺利，按计划推进");
        story.as(story.preparer, () -> signOff.check(id));
        story.as(story.preparer, () -> signOff.explain(id, explained(id)));
        story.as(story.preparer, () -> signOff.request(id));
        return id;
    }

    private Map<UUID, Explanation> explained(UUID id) {
        return story.sheet(story.preparer, id).findings().stream()
                .filter(finding -> finding.findingClass().needsExplanation())
                .collect(Collectors.toMap(FindingView::id, finding -> new Explanation("SEASON", "季节性波动，属实")));
    }

    private void judged(UUID id) {
        reviews.judge(
                id,
                story.sheet(story.reviewer, id).findings().stream()
                        .filter(finding -> finding.findingClass().needsExplanation())
                        .collect(Collectors.toMap(
                                FindingView::id, finding -> new Judgement(ExplanationVerdict.ACCEPTED, ""))));
    }
}
