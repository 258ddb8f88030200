package fledge.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.kernel.Month;
import fledge.kernel.Period;
import fledge.kernel.Quarter;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.programme.DefinitionService;
import fledge.programme.ProgrammeService;
import fledge.support.PortalTest;
import fledge.support.SignedInAs;
import fledge.template.NewTemplate;
import fledge.template.TemplateService;
import fledge.template.TemplateStatus;
import fledge.template.TemplateView;
import fledge.template.rules.Frequency;
import fledge.template.rules.Respondents;
import fledge.template.rules.TemplateHead;
import fledge.tenancy.PortalClock;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A form from its draft to the returns it asks for: what it asks, who lets it, and what it may not do. */
@PortalTest
class ReportTemplateTest {

    private static final Quarter OPEN = MonitoringStory.OPEN;
    private static final TemplateHead HEAD =
            new TemplateHead("表1", "某局", "某统备1号", OPEN.end().plusYears(1));

    @Autowired
    MonitoringStory.Teller teller;

    @Autowired
    LineageService lineages;

    @Autowired
    TemplateService templates;

    @Autowired
    RoundService rounds;

    @Autowired
    RoundDates dates;

    @Autowired
    SignOffService signOffs;

    @Autowired
    ReviewService reviews;

    @Autowired
    ProgressService progress;

    @Autowired
    ReturnService returns;

    @Autowired
    EntryService entries;

    @Autowired
    ProgrammeService programmes;

    @Autowired
    DefinitionService definitions;

    @Autowired
    MockMvcTester portal;

    @Autowired
    SignedInAs signedIn;

    @Autowired
    JdbcClient jdbc;

    private static NewTemplate form(
            MonitoringStory story, TemplateHead head, Respondents respondents, Period from, Frequency share) {
        Frequency own = Frequency.of(from);
        return new NewTemplate(
                story.programme,
                "季度监测表",
                head,
                respondents,
                own,
                from,
                List.of(
                        new NewTemplate.Item(story.firms, own),
                        new NewTemplate.Item(story.share, share),
                        new NewTemplate.Item(story.words, own)));
    }

    private UUID draft(MonitoringStory story, NewTemplate made) {
        return story.ask(story.planner, () -> templates.draft(made));
    }

    private void approve(MonitoringStory story, UUID id) {
        int version = view(story, id).version();
        story.as(story.decider, () -> templates.approve(id, version));
    }

    private UUID adopt(MonitoringStory story, NewTemplate made) {
        UUID id = draft(story, made);
        approve(story, id);
        story.as(Actor.SYSTEM, templates::takeEffect);
        return id;
    }

    private TemplateView view(MonitoringStory story, UUID id) {
        return story.ask(story.planner, () -> templates.template(id));
    }

    private static List<String> refused(ThrowingCallable act) {
        var reasons = new ArrayList<String>();
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        RuleRefused.class,
                        refused -> refused.reasons().stream().map(Reason::key).forEach(reasons::add));
        return reasons;
    }

    @Test
    void a_round_asks_with_the_version_of_its_period_and_only_for_what_is_due() {
        MonitoringStory story = teller.tell(1);
        UUID first = adopt(story, form(story, HEAD, Respondents.OUTSIDE, OPEN.previous(), Frequency.QUARTER));
        Frequency other = OPEN.number() % 2 == 0 ? Frequency.YEAR : Frequency.HALF_YEAR;
        boolean due = other.isDueIn(OPEN);
        UUID second = adopt(story, form(story, HEAD, Respondents.OUTSIDE, OPEN, other));
        assertThat(view(story, first).status()).isEqualTo(TemplateStatus.SUPERSEDED);
        assertThat(view(story, first).effectiveUntil()).isEqualTo(OPEN);
        assertThat(view(story, second).status()).isEqualTo(TemplateStatus.EFFECTIVE);
        story.at(MonitoringStory.dayAfter(OPEN.previous()), () -> {
            UUID before = story.round(OPEN.previous());
            assertThat(story.ask(story.planner, () -> rounds.round(before)).templateId())
                    .isEqualTo(first);
            assertThat(story.sheet(story.preparer, story.returnOf(before, story.east))
                            .lines())
                    .hasSize(4);
        });
        UUID now = story.round(OPEN);
        assertThat(story.ask(story.planner, () -> rounds.round(now)).templateId())
                .isEqualTo(second);
        assertThat(story.sheet(story.preparer, story.returnOf(now, story.east)).lines())
                .hasSize(due ? 4 : 2);
        assertThat(story.ask(story.planner, () -> progress.progress(story.programme))
                        .indicators())
                .filteredOn(one -> one.indicator().id().equals(story.share))
                .allSatisfy(one -> assertThat(one.missing().isEmpty()).isEqualTo(!due));
    }

    @Test
    void outside_no_form_is_approved_without_its_whole_head() {
        MonitoringStory story = teller.tell(1);
        UUID bare = draft(story, form(story, TemplateHead.NONE, Respondents.OUTSIDE, OPEN, Frequency.QUARTER));
        assertThat(refused(() -> approve(story, bare)))
                .containsExactly(
                        "template.refused.head.formCode",
                        "template.refused.head.issuer",
                        "template.refused.head.approvalNo",
                        "template.refused.head.validUntil");
        assertThatThrownBy(() -> update(
                        story,
                        "update report_template set approved_by = :person, approved_at = now() where id = :id",
                        bare,
                        story.decider))
                .hasMessageContaining("template_for_outside_has_a_head");
        UUID inside = draft(story, form(story, TemplateHead.NONE, Respondents.INSIDE, OPEN, Frequency.QUARTER));
        assertThat(view(story, bare).status()).as("a new draft takes its place").isEqualTo(TemplateStatus.SUPERSEDED);
        approve(story, inside);
    }

    @Test
    void nobody_is_asked_after_the_last_day() {
        MonitoringStory story = teller.tell(1);
        var head = new TemplateHead("表1", "某局", "某统备1号", OPEN.previous().end());
        UUID form = adopt(story, form(story, head, Respondents.OUTSIDE, OPEN.previous(), Frequency.QUARTER));
        assertThat(refused(() -> story.round(OPEN))).containsExactly("template.refused.no-longer-valid");
        assertThat(story.ask(story.planner, rounds::blocked))
                .singleElement()
                .satisfies(blocked -> assertThat(blocked.period()).isEqualTo(OPEN));
        story.as(Actor.SYSTEM, dates::scheduleEnded);
        assertThat(story.ask(story.planner, rounds::rounds)).isEmpty();
        assertThatThrownBy(() -> insertRound(story, OPEN, form)).hasMessageContaining("no longer valid");
        UUID next = adopt(story, form(story, HEAD, Respondents.OUTSIDE, OPEN, Frequency.QUARTER));
        assertThat(story.ask(story.planner, rounds::blocked)).isEmpty();
        story.as(Actor.SYSTEM, dates::scheduleEnded);
        assertThat(story.ask(story.planner, rounds::rounds))
                .singleElement()
                .satisfies(round -> assertThat(round.templateId()).isEqualTo(next));
    }

    @Test
    void what_was_asked_already_stays_as_it_was_asked() {
        MonitoringStory story = teller.tell(1);
        story.round(OPEN);
        UUID back = draft(story, form(story, HEAD, Respondents.INSIDE, OPEN, Frequency.QUARTER));
        assertThat(refused(() -> approve(story, back))).containsExactly("template.refused.reaches-back");
        adopt(story, form(story, HEAD, Respondents.INSIDE, OPEN.next(), Frequency.QUARTER));
        assertThat(story.ask(story.planner, rounds::rounds))
                .singleElement()
                .satisfies(round -> assertThat(round.templateId()).isNull());
    }

    @Test
    void an_approved_version_that_has_not_begun_gives_way_to_a_newer_one() {
        MonitoringStory story = teller.tell(1);
        UUID first = adopt(story, form(story, HEAD, Respondents.INSIDE, OPEN.previous(), Frequency.QUARTER));
        UUID later = adopt(story, form(story, HEAD, Respondents.INSIDE, OPEN.plus(3), Frequency.QUARTER));
        assertThat(view(story, later).status()).isEqualTo(TemplateStatus.APPROVED);
        UUID sooner = adopt(story, form(story, HEAD, Respondents.INSIDE, OPEN.plus(2), Frequency.QUARTER));
        assertThat(view(story, later).status()).isEqualTo(TemplateStatus.SUPERSEDED);
        assertThat(view(story, later).asksFor(OPEN.plus(3))).isFalse();
        assertThat(view(story, first).effectiveUntil()).isEqualTo(OPEN.plus(2));
        assertThat(view(story, sooner).asksFor(OPEN.plus(3))).isTrue();
    }

    @Test
    void two_persons_make_a_form_and_only_who_may() {
        MonitoringStory story = teller.tell(1);
        var made = form(story, HEAD, Respondents.OUTSIDE, OPEN, Frequency.QUARTER);
        assertThatThrownBy(() -> story.as(story.decider, () -> templates.draft(made)))
                .isInstanceOf(AccessDeniedException.class);
        UUID draft = draft(story, made);
        assertThatThrownBy(() -> story.as(story.planner, () -> templates.approve(draft, 0)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> update(
                        story,
                        "update report_template set status = 'APPROVED', approved_by = :person, approved_at = now() where id = :id",
                        draft,
                        story.planner))
                .hasMessageContaining("template_approver_is_not_maker");
        assertThatThrownBy(() -> update(
                        story, "update report_template set status = 'EFFECTIVE' where id = :id", draft, story.decider))
                .hasMessageContaining("template_in_force_was_approved");
        assertThat(refused(() -> story.as(story.decider, () -> templates.approve(draft, 7))))
                .containsExactly("template.refused.changed-meanwhile");
        assertThatThrownBy(() -> teller.tell(1).ask(story.planner, () -> templates.template(draft)))
                .as("another city")
                .isInstanceOf(NotFound.class);
    }

    @Test
    void what_a_version_says_is_never_written_again() {
        MonitoringStory story = teller.tell(1);
        UUID form = adopt(story, form(story, HEAD, Respondents.OUTSIDE, OPEN.previous(), Frequency.QUARTER));
        for (String change : List.of("form_code = '表2'", "valid_until = null", "effective_from = 8000", "name = 'x'")) {
            assertThatThrownBy(() -> update(
                            story, "update report_template set " + change + " where id = :id", form, story.decider))
                    .as(change)
                    .hasStackTraceContaining("permission denied");
        }
        assertThatThrownBy(
                        () -> update(story, "delete from template_item where template_id = :id", form, story.decider))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> update(
                        story,
                        "insert into template_item select city_id, uuidv7(), 0, :id, id, 9, 'YEAR' from indicator where code = 'firms'",
                        form,
                        story.decider))
                .hasMessageContaining("items are added to a draft only");
        assertThatThrownBy(() -> insertRound(story, OPEN, null)).hasMessageContaining("the form in force");
        UUID next = draft(story, form(story, HEAD, Respondents.OUTSIDE, OPEN, Frequency.QUARTER));
        assertThatThrownBy(() -> insertRound(story, OPEN, next)).hasMessageContaining("the form in force");
        assertThatThrownBy(() -> update(
                        story,
                        "update report_template set status = 'APPROVED', approved_by = :person, approved_at = now() where id = :id",
                        next,
                        story.decider))
                .hasMessageContaining("would ask for one period");
    }

    @Test
    void a_form_that_asks_wrongly_is_refused() {
        MonitoringStory story = teller.tell(1);
        assertThat(refused(() -> draft(story, form(story, HEAD, Respondents.INSIDE, OPEN, Frequency.MONTH))))
                .containsExactly("template.refused.too-often");
        var nothing = new NewTemplate(story.programme, "", HEAD, Respondents.INSIDE, Frequency.YEAR, OPEN, List.of());
        assertThat(refused(() -> draft(story, nothing)))
                .containsExactly("template.refused.name", "template.refused.frequency", "template.refused.no-items");
        var twice = new NewTemplate.Item(story.firms, Frequency.QUARTER);
        assertThat(refused(() -> draft(
                        story,
                        new NewTemplate(
                                story.programme,
                                "表",
                                HEAD,
                                Respondents.INSIDE,
                                Frequency.QUARTER,
                                OPEN,
                                List.of(twice, twice)))))
                .containsExactly("template.refused.twice");
        assertThatThrownBy(() -> draft(
                        story,
                        new NewTemplate(
                                story.programme,
                                "表",
                                HEAD,
                                Respondents.INSIDE,
                                Frequency.QUARTER,
                                OPEN,
                                List.of(new NewTemplate.Item(UUID.randomUUID(), Frequency.QUARTER)))))
                .isInstanceOf(NotFound.class);
        story.round(OPEN);
        assertThat(refused(() -> draft(
                        story,
                        form(
                                story,
                                HEAD,
                                Respondents.INSIDE,
                                Month.of(OPEN.end().plusDays(1)),
                                Frequency.MONTH))))
                .as("quarters were asked for")
                .containsExactly("template.refused.other-frequency");
    }

    @Test
    void who_is_asked_is_declared_each_time_and_never_taken_for_granted() throws Exception {
        MonitoringStory story = teller.tell(1);
        adopt(story, form(story, HEAD, Respondents.OUTSIDE, OPEN, Frequency.QUARTER));
        var planner = signedIn.account(story.city, "planner");
        String templatesOf = "/" + story.city.code() + "/templates";
        var choices = Jsoup.parse(portal.get()
                        .uri(templatesOf + "/new?programme=" + story.programme)
                        .with(planner)
                        .exchange()
                        .getResponse()
                        .getContentAsString())
                .select("input[name=respondents]");
        assertThat(choices).hasSize(2);
        assertThat(choices.select("[checked]"))
                .as("not even as in the version before")
                .isEmpty();
        for (String declared : List.of("", "INSIDE")) {
            assertThat(portal.post()
                            .uri(templatesOf)
                            .with(planner)
                            .with(csrf())
                            .param("programme", story.programme.toString())
                            .param("name", "季度监测表")
                            .param("respondents", declared)
                            .param("frequency", "QUARTER")
                            .param("effectiveFrom", OPEN.next().code())
                            .param("items", story.firms + ":QUARTER"))
                    .hasStatus3xxRedirection();
            assertThat(story.ask(story.planner, () -> templates.versions(story.programme)))
                    .as("declared as “%s”", declared)
                    .hasSize(declared.isEmpty() ? 1 : 2);
        }
    }

    @Test
    void months_are_asked_accepted_compared_and_put_together_to_a_quarter() {
        MonitoringStory story = teller.tell(1);
        Month last = Month.of(OPEN.end());
        Month first = last.plus(-5);
        adopt(story, form(story, HEAD, Respondents.OUTSIDE, first, Frequency.QUARTER));
        assertThat(refused(() -> story.round(OPEN))).containsExactly("monitoring.refused.other-period");
        List<String> firms = List.of("10", "12", "15", "20", "22", "25");
        for (int at = 0; at < 6; at++) {
            Month month = first.plus(at);
            String count = firms.get(at);
            story.at(after(month), () -> report(story, month, count));
        }
        var quarter = story.ask(story.planner, () -> progress.progress(story.programme))
                .indicators();
        assertThat(quarter)
                .filteredOn(one -> one.indicator().id().equals(story.firms))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.asOf()).isEqualTo(OPEN);
                    assertThat(one.totals())
                            .filteredOn(total -> total.quarter().equals(OPEN))
                            .singleElement()
                            .satisfies(total -> {
                                assertThat(total.value()).isEqualByComparingTo(new BigDecimal("67"));
                                assertThat(total.units()).isOne();
                            });
                });
        assertThat(story.ask(story.planner, () -> progress.history(story.firms)).contributions())
                .extracting(one -> one.period().code())
                .startsWith(last.code(), last.plus(-1).code())
                .endsWith(first.code())
                .hasSize(6);
        Lineage lineage = story.ask(story.planner, () -> lineages.lineage(story.firms, OPEN, null, 0));
        assertThat(lineage.addsUp()).isTrue();
        assertThat(lineage.sums())
                .as("the months of the quarter")
                .extracting(sum -> sum.period().code())
                .containsExactly(
                        last.code(), last.plus(-1).code(), last.plus(-2).code());
        assertThat(lineage.inputs()).hasSize(3).allSatisfy(input -> {
            assertThat(input.holds()).isTrue();
            assertThat(lineage.forms().get(input.templateId()).edition()).isOne();
        });
        UUID ended = story.ask(story.planner, rounds::rounds).stream()
                .filter(round -> round.period().equals(last))
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(story.sheet(story.preparer, story.returnOf(ended, story.east))
                        .lines())
                .filteredOn(line -> line.indicator().id().equals(story.share))
                .as("asked three months ago")
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.previous()).isNotNull());
        assertThat(story.ask(story.planner, () -> definitions.earliest(programmes.indicator(story.firms))))
                .as("a signed month settles its quarter")
                .isEqualTo(OPEN.next());
        story.at(after(last.plus(1)), () -> {
            UUID next = story.ask(story.planner, () -> rounds.schedule(story.programme, last.plus(1)));
            story.as(Actor.SYSTEM, dates::open);
            var line = story.sheet(story.preparer, story.returnOf(next, story.east))
                    .lines()
                    .getFirst();
            assertThat(line.previous()).as("the month before").isEqualByComparingTo("25");
        });
    }

    private void report(MonitoringStory story, Month month, String firms) {
        UUID round = story.ask(story.planner, () -> rounds.schedule(story.programme, month));
        story.as(Actor.SYSTEM, dates::open);
        UUID id = story.returnOf(round, story.east);
        if (month.endsQuarter()) {
            story.fill(story.preparer, id, firms, "8", "10", "好");
        } else {
            story.fill(story.preparer, id, firms, "好");
        }
        story.as(story.preparer, () -> {
            Map<UUID, Explanation> explained = new HashMap<>();
            signOffs.check(id).stream()
                    .filter(finding -> finding.findingClass().needsExplanation())
                    .forEach(finding -> explained.put(finding.id(), new Explanation("SEASON", "季节因素所致")));
            if (!explained.isEmpty()) {
                signOffs.explain(id, explained);
            }
            signOffs.request(id);
        });
        story.as(story.certifier, () -> signOffs.certify(id));
        story.as(story.reviewer, () -> {
            reviews.start(id);
            reviews.accept(id);
        });
    }

    private static Instant after(Month month) {
        return month.end().plusDays(5).atTime(9, 0).atZone(PortalClock.ZONE).toInstant();
    }

    private void update(MonitoringStory story, String sql, UUID id, Actor person) {
        story.in(() -> {
            var statement = jdbc.sql(sql).param("id", id);
            return (sql.contains(":person") ? statement.param("person", person.personId()) : statement).update();
        });
    }

    private void insertRound(MonitoringStory story, Period period, @Nullable UUID template) {
        LocalDate end = period.end();
        story.in(() -> jdbc.sql("""
                        insert into round (city_id, id, version, programme_id, period, template_id, opens_at, due_at, entry_end_at, edit_end_at)
                        values (current_city(), uuidv7(), 0, :programme, :period, :template, :opens, :due, :due, :due)""")
                .param("programme", story.programme)
                .param("period", period.index())
                .param("template", template)
                .param("opens", end.plusDays(1))
                .param("due", end.plusDays(20))
                .update());
    }
}
