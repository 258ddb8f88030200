package fledge.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.amendment.AmendmentKind;
import fledge.amendment.AmendmentService;
import fledge.identity.AccountService;
import fledge.identity.DelegationService;
import fledge.kernel.Quarter;
import fledge.monitoring.rules.Derivation;
import fledge.programme.ProgrammeService;
import fledge.programme.ProgrammeView;
import fledge.support.Cities;
import fledge.support.DemoCity;
import fledge.support.PortalTest;
import fledge.support.SignedInAs;
import fledge.support.Superuser;
import fledge.tenancy.PortalClock;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PortalTest
class LineageServiceTest {

    @Autowired
    MonitoringStory.Teller teller;

    @Autowired
    LineageService lineages;

    @Autowired
    ProgressService progress;

    @Autowired
    ProgrammeService programmes;

    @Autowired
    SignOffService signOffs;

    @Autowired
    ReviewService reviews;

    @Autowired
    Cities cities;

    @Autowired
    DemoCity luqiao;

    @Autowired
    AccountService accounts;

    @Autowired
    DelegationService delegations;

    @Autowired
    AmendmentService amendments;

    @Autowired
    RoundDates dates;

    @Autowired
    RoundService rounds;

    @Autowired
    StandingService standings;

    @Autowired
    MockMvcTester portal;

    @Autowired
    SignedInAs signedIn;

    @Autowired
    Superuser superuser;

    private void report(MonitoringStory story, UUID id, Actor certifier) {
        story.fill(story.preparer, id, "7", "8", "10", "好");
        story.as(story.preparer, () -> {
            signOffs.check(id);
            signOffs.request(id);
        });
        story.as(certifier, () -> signOffs.certify(id));
        story.as(story.reviewer, () -> {
            reviews.start(id);
            reviews.accept(id);
        });
    }

    private UUID accepted(MonitoringStory story) {
        UUID id = story.returnOf(story.round(MonitoringStory.OPEN), story.east);
        report(story, id, story.certifier);
        return id;
    }

    private Lineage of(MonitoringStory story, UUID indicator) {
        return story.ask(story.planner, () -> lineages.lineage(indicator, null, null, 0));
    }

    private Lineage.Input only(MonitoringStory story, UUID indicator) {
        List<Lineage.Input> inputs = of(story, indicator).inputs();
        assertThat(inputs).hasSize(1);
        return inputs.getFirst();
    }

    private void plant(MonitoringStory story, String change) {
        superuser.run("set session_replication_role = replica", change + " and city_id = " + story.city.id());
    }

    @Test
    void a_number_leads_to_figure_version_definition_and_people() {
        MonitoringStory story = teller.tell(1);
        UUID id = accepted(story);
        Lineage lineage = of(story, story.firms);
        assertThat(lineage.addsUp()).isTrue();
        assertThat(lineage.sums()).singleElement().satisfies(sum -> {
            assertThat(sum.total()).isEqualByComparingTo("7");
            assertThat(sum.recomputed()).isEqualByComparingTo("7");
            assertThat(sum.period()).isEqualTo(MonitoringStory.OPEN);
        });
        assertThat(lineage.inputs()).singleElement().satisfies(input -> {
            assertThat(input.version().returnId()).isEqualTo(id);
            assertThat(input.check()).isEqualTo(Lineage.Check.AS_SIGNED);
            assertThat(input.definition()).isOne();
            assertThat(input.standing()).isEqualTo(Standing.FINAL);
            assertThat(input.version().preparedBy()).isEqualTo(story.preparer.personId());
            assertThat(input.version().certifiedBy()).isEqualTo(story.certifier.personId());
            assertThat(input.approvals()).singleElement().satisfies(step -> {
                assertThat(step.action()).isEqualTo(ReturnAction.ACCEPT);
                assertThat(step.personId()).isEqualTo(story.reviewer.personId());
            });
        });
        Lineage other =
                story.ask(story.planner, () -> lineages.lineage(story.firms, MonitoringStory.OPEN, story.west, 0));
        assertThat(other.inputs()).isEmpty();
        assertThat(story.ask(
                                story.planner,
                                () -> lineages.lineage(story.firms, MonitoringStory.OPEN.previous(), null, 0))
                        .sums())
                .isEmpty();
    }

    @Test
    void both_levels_and_whoever_acted_for_another_are_named() {
        MonitoringStory story = teller.tell(2);
        UUID id = story.returnOf(story.round(MonitoringStory.OPEN), story.east);
        LocalDate today = LocalDate.now(PortalClock.ZONE);
        story.ask(
                story.certifier,
                () -> delegations.delegate(
                        delegations.delegable().getFirst().appointmentId(),
                        new DelegationService.Terms(story.westCertifier.login(), today, today.plusDays(9), "外出培训")));
        Actor delegate = story.in(() -> accounts.actorOf(story.westCertifier.login()));
        story.fill(story.preparer, id, "7", "8", "10", "好");
        story.as(story.preparer, () -> {
            signOffs.check(id);
            signOffs.request(id);
        });
        story.as(delegate, () -> signOffs.certify(id));
        story.as(story.reviewer, () -> {
            reviews.start(id);
            reviews.pass(id);
        });
        story.as(story.secondReviewer, () -> reviews.accept(id));
        Lineage.Input input = only(story, story.firms);
        assertThat(input.version().certifiedBy()).isEqualTo(delegate.personId());
        assertThat(input.version().certifiedFor()).isEqualTo(story.certifier.personId());
        assertThat(input.approvals())
                .extracting(StepView::action, StepView::personId)
                .containsExactly(
                        tuple(ReturnAction.PASS_LEVEL, story.reviewer.personId()),
                        tuple(ReturnAction.ACCEPT, story.secondReviewer.personId()));
        assertThat(of(story, story.firms).people()).contains(story.certifier.person(), delegate.person());
    }

    @Test
    void an_altered_figure_is_found_by_its_sum_and_by_what_was_signed() {
        MonitoringStory story = teller.tell(1);
        accepted(story);
        plant(story, "update figure set value = 8 where indicator_id = '" + story.firms + "'");
        assertThat(of(story, story.firms).addsUp()).isFalse();
        assertThat(only(story, story.firms).check()).isEqualTo(Lineage.Check.FIGURE_DIFFERS);
        assertThat(of(story, story.share).addsUp()).isTrue();
        plant(story, "update figure set definition_no = 2 where indicator_id = '" + story.words + "'");
        assertThat(only(story, story.words).check()).isEqualTo(Lineage.Check.FIGURE_DIFFERS);
    }

    @Test
    void an_altered_standing_is_found() {
        MonitoringStory story = teller.tell(1);
        accepted(story);
        plant(story, "update figure set standing = 'REVISED' where indicator_id = '" + story.firms + "'");
        assertThat(only(story, story.firms).check()).isEqualTo(Lineage.Check.FIGURE_DIFFERS);
        assertThat(only(story, story.words).holds()).isTrue();
    }

    @Test
    void an_altered_cell_of_a_closed_return_is_found() {
        MonitoringStory story = teller.tell(1);
        UUID id = accepted(story);
        plant(
                story,
                "update return_line set value = 8 where return_id = '" + id + "' and indicator_id = '" + story.firms
                        + "'");
        assertThat(only(story, story.firms).check()).isEqualTo(Lineage.Check.LINE_DIFFERS);
        assertThat(of(story, story.firms).addsUp()).isTrue();
    }

    @Test
    void an_altered_content_is_found_by_its_hash() {
        MonitoringStory story = teller.tell(1);
        UUID id = accepted(story);
        plant(
                story,
                "update return_version set content = replace(content, E'VALUE\\t7\\t', E'VALUE\\t9\\t') where return_id = '"
                        + id + "'");
        assertThat(only(story, story.firms).check()).isEqualTo(Lineage.Check.CONTENT_CHANGED);
        assertThat(only(story, story.words).check()).isEqualTo(Lineage.Check.CONTENT_CHANGED);
    }

    @Test
    void what_counts_keeps_its_people_while_it_is_amended_and_is_noted_when_it_was() {
        MonitoringStory story = teller.tell(1);
        var amended = new AmendedReturn(
                story,
                MonitoringStory.OPEN.previous(),
                signOffs,
                reviews,
                amendments,
                dates,
                rounds,
                "1000",
                "80",
                "100",
                "平稳");
        amended.opened(AmendmentKind.ERROR, 0);
        story.fill(story.preparer, amended.id, "1250");
        Lineage.Input before = only(story, story.firms);
        assertThat(before.check()).as("the cell is being amended").isEqualTo(Lineage.Check.AS_SIGNED);
        assertThat(before.version().number()).isOne();
        assertThat(before.approvals()).hasSize(1);
        amended.certify();
        amended.accept();
        Lineage after = of(story, story.firms);
        assertThat(after.addsUp()).isTrue();
        Lineage.Input input = after.inputs().getFirst();
        assertThat(input.holds()).isTrue();
        assertThat(input.version().number()).isEqualTo(2);
        assertThat(input.approvals()).hasSize(1).doesNotContainAnyElementsOf(before.approvals());
        assertThat(after.isRestated(input)).isTrue();
        assertThat(after.isRestated(only(story, story.words))).isFalse();
    }

    @Test
    void the_file_is_the_same_each_time_and_names_its_own_hash() {
        MonitoringStory story = teller.tell(1);
        accepted(story);
        LineageFile.Written file = story.ask(story.planner, () -> lineages.export(story.firms));
        assertThat(story.ask(story.planner, () -> lineages.export(story.firms))).isEqualTo(file);
        String body = file.text()
                .substring(file.text().indexOf("\"lineage\":") + 10, file.text().length() - 2);
        assertThat(SignedContent.sha256(body)).isEqualTo(file.sha256());
        assertThat(body).contains("\"value\":\"7\"").contains("\"check\":\"AS_SIGNED\"");
        for (UUID indicator : List.of(story.firms, story.share)) {
            assertThat(story.ask(story.planner, () -> lineages.export(indicator))
                            .text())
                    .contains("\"completionAs\":\"")
                    .as("a formula is written without trailing zeros")
                    .doesNotContainPattern("As\":\"[^\"]*\\.\\d*0[ \"]");
        }
        assertThatThrownBy(() -> story.ask(story.preparer, () -> lineages.export(story.firms)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void a_page_says_it_and_public_numbers_lead_only_where_the_reader_may_go() throws Exception {
        MonitoringStory story = teller.tell(1);
        accepted(story);
        String address = "/" + story.city.code() + "/progress/indicators/" + story.firms + "/lineage";
        assertThat(page(story, address, "planner"))
                .contains("与签发一致", "第 1 版口径", "某certifier", "某reviewer", "合计数与明细数据一致");
        assertThat(page(story, address + "?period=" + MonitoringStory.OPEN.code() + "&unit=" + story.east, "preparer"))
                .contains("某certifier")
                .doesNotContain("导出溯源文件");
        assertThat(portal.get().uri(address + "?period=2026M13").with(signedIn.account(story.city, "planner")))
                .hasStatus(404);
        assertThat(portal.get().uri(address)).hasStatus(302);
        String front = "/" + story.city.code() + "/";
        assertThat(page(story, front, "planner"))
                .contains("/progress/indicators/" + story.firms + "/lineage#accumulated");
        assertThat(portal.get().uri(front))
                .hasStatusOk()
                .bodyText()
                .contains("指标firms")
                .doesNotContain("/lineage");
    }

    @Test
    void earlier_periods_and_what_awaits_its_final_value_lead_there_too() throws Exception {
        MonitoringStory story = teller.tell(1);
        Quarter before = MonitoringStory.OPEN.previous();
        story.at(
                MonitoringStory.dayAfter(before),
                () -> report(story, story.returnOf(story.round(before), story.east), story.certifier));
        UUID now = story.returnOf(story.round(MonitoringStory.OPEN), story.east);
        UUID line = story.sheet(story.preparer, now).lines().getFirst().id();
        LocalDate later = MonitoringStory.OPEN.end().plusMonths(10);
        story.ask(
                story.preparer,
                () -> standings.declare(now, List.of(new StandingService.Declared(line, Standing.PROVISIONAL, later))));
        story.fill(story.preparer, now, "8", "9", "11", "稳");
        story.as(story.preparer, () -> {
            signOffs.explain(
                    now,
                    signOffs.check(now).stream()
                            .filter(finding -> finding.findingClass().needsExplanation())
                            .collect(
                                    Collectors.toMap(FindingView::id, finding -> new Explanation("SEASON", "季节因素所致"))));
            signOffs.request(now);
        });
        story.as(story.certifier, () -> signOffs.certify(now));
        story.as(story.reviewer, () -> {
            reviews.start(now);
            reviews.accept(now);
        });
        String city = "/" + story.city.code();
        String lineage = city + "/progress/indicators/" + story.firms + "/lineage";
        String then = lineage + "?period=" + before.code();
        assertThat(page(story, city + "/returns/" + now, "preparer")).contains(then + "&amp;unit=" + story.east);
        assertThat(page(story, city + "/provisional", "preparer"))
                .contains(lineage + "?period=" + MonitoringStory.OPEN.code() + "&amp;unit=" + story.east);
        assertThat(page(story, then, "preparer")).contains("合计数与明细数据一致", "第 1 版");
    }

    @Test
    void both_sides_of_a_comparison_lead_to_their_own_periods() throws Exception {
        Actor planner = cities.in(luqiao.city(), () -> accounts.actorOf("luqiao-planner"));
        IndicatorProgress shown = cities.as(
                luqiao.city(),
                planner,
                () -> progress.progress(programmes.running().orElseThrow().id())
                        .indicators()
                        .getFirst());
        Quarter asOf = Objects.requireNonNull(shown.asOf());
        String address = "/luqiao/progress/indicators/" + shown.indicator().id();
        assertThat(portal.get().uri(address).with(signedIn.account(luqiao.city(), "luqiao-planner")))
                .hasStatusOk()
                .bodyText()
                .contains(address + "/lineage?period=" + asOf.code() + "\"")
                .contains(address + "/lineage?period=" + asOf.previous().code() + "\"");
    }

    private String page(MonitoringStory story, String address, String login) throws Exception {
        return portal.get()
                .uri(address)
                .with(signedIn.account(story.city, login))
                .exchange()
                .getResponse()
                .getContentAsString();
    }

    /** Every number of the demonstration's progress pages: its quarters add up, its figures are signed, its formula gives it. */
    @Test
    void no_number_of_the_demonstration_dangles() {
        Actor planner = cities.in(luqiao.city(), () -> accounts.actorOf("luqiao-planner"));
        int numbers = 0;
        for (UUID programme : cities.as(
                luqiao.city(),
                planner,
                () -> programmes.programmes().stream()
                        .filter(ProgrammeView::running)
                        .map(ProgrammeView::id)
                        .toList())) {
            for (IndicatorProgress shown : cities.as(luqiao.city(), planner, () -> progress.progress(programme))
                    .indicators()) {
                UUID indicator = shown.indicator().id();
                Lineage lineage = cities.as(luqiao.city(), planner, () -> lineages.lineage(indicator, null, null, 0));
                String name = shown.indicator().code();
                assertThat(lineage.addsUp()).as(name).isTrue();
                assertThat(lineage.inputs()).as(name).allMatch(Lineage.Input::holds);
                assertThat(lineage.progress().accumulated()).as(name).isEqualTo(shown.accumulated());
                if (!shown.totals().isEmpty()) {
                    assertThat(lineage.inputs()).as(name).isNotEmpty();
                }
                var evaluation = shown.evaluation();
                if (evaluation != null
                        && evaluation.measured() != null
                        && !lineage.measured().isEmpty()) {
                    numbers++;
                    assertThat(result(lineage.measured())
                                    .subtract(evaluation.measured())
                                    .abs())
                            .as("%s: %s", name, text(lineage.measured()))
                            .isLessThan(new BigDecimal("1e-6"));
                }
                if (evaluation != null && evaluation.completion() != null) {
                    numbers++;
                    assertThat(result(lineage.completion())
                                    .subtract(evaluation.completion())
                                    .abs())
                            .as(name)
                            .isLessThan(new BigDecimal("1e-6"));
                }
            }
        }
        assertThat(numbers).isGreaterThan(10);
    }

    private static String text(List<Derivation.Part> parts) {
        return parts.stream()
                .map(part -> part.number() == null ? part.sign() : part.number().toPlainString())
                .collect(Collectors.joining(" "));
    }

    /** Does the sum that is written there. */
    private static BigDecimal result(List<Derivation.Part> parts) {
        Deque<Derivation.Part> left = new ArrayDeque<>(parts);
        BigDecimal result = sum(left);
        assertThat(left).isEmpty();
        return result;
    }

    private static BigDecimal sum(Deque<Derivation.Part> left) {
        BigDecimal value = product(left);
        while (isNext(left, "+") || isNext(left, "−")) {
            boolean plus = "+".equals(left.pop().sign());
            BigDecimal next = product(left);
            value = plus ? value.add(next) : value.subtract(next);
        }
        return value;
    }

    private static BigDecimal product(Deque<Derivation.Part> left) {
        BigDecimal value = power(left);
        while (isNext(left, "×") || isNext(left, "÷")) {
            boolean times = "×".equals(left.pop().sign());
            BigDecimal next = power(left);
            value = times ? value.multiply(next) : value.divide(next, 40, RoundingMode.HALF_UP);
        }
        return value;
    }

    private static BigDecimal power(Deque<Derivation.Part> left) {
        BigDecimal value = operand(left);
        if (isNext(left, "^")) {
            left.pop();
            return new BigDecimal(Math.pow(value.doubleValue(), operand(left).doubleValue()), MathContext.DECIMAL64);
        }
        return value;
    }

    private static BigDecimal operand(Deque<Derivation.Part> left) {
        Derivation.Part part = left.pop();
        if (part.number() != null) {
            return part.number();
        }
        assertThat(part.sign()).isEqualTo("(");
        BigDecimal inside = sum(left);
        assertThat(left.pop().sign()).isEqualTo(")");
        return inside;
    }

    private static boolean isNext(Deque<Derivation.Part> left, String sign) {
        return !left.isEmpty() && sign.equals(left.peek().sign());
    }

    @Test
    void another_citys_indicator_is_not_there() {
        MonitoringStory here = teller.tell(1);
        MonitoringStory elsewhere = teller.tell(1);
        assertThatThrownBy(() -> elsewhere.ask(elsewhere.planner, () -> lineages.lineage(here.firms, null, null, 0)))
                .isInstanceOf(NotFound.class);
    }
}
