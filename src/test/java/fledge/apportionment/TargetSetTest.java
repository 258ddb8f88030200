package fledge.apportionment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.access.Role;
import fledge.identity.AccountService;
import fledge.identity.NewAccount;
import fledge.identity.UnitService;
import fledge.kernel.Quarter;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.programme.ProgrammeService;
import fledge.programme.ProgrammeStory;
import fledge.programme.TargetService;
import fledge.support.Cities;
import fledge.support.Pages;
import fledge.support.PortalTest;
import fledge.support.Race;
import fledge.support.RandomWalk;
import fledge.support.Witness;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;

/** 600 enterprises in three years, decomposed among three districts: consulted about, decided, issued, signed for, amended. */
@PortalTest
class TargetSetTest {

    @Autowired
    Cities cities;

    @Autowired
    UnitService units;

    @Autowired
    AccountService accounts;

    @Autowired
    ProgrammeService programmes;

    @Autowired
    TargetService targets;

    @Autowired
    TargetSetService sets;

    @Autowired
    TargetSetDecisions decisions;

    @Autowired
    SplitService splits;

    @Autowired
    ConsultationService consultation;

    @Autowired
    TargetAmendmentService amendments;

    @Autowired
    SharesInForce shares;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Witness witness;

    @Autowired
    Pages pages;

    ProgrammeStory story;
    UUID programme;
    UUID indicator;
    UUID set;
    List<Actor> certifiers;

    @BeforeEach
    void found() {
        story = new ProgrammeStory(cities, units, accounts, programmes, targets);
        programme = story.printed("jm", 2015, 2017, 2014);
        indicator = story.counted(programme, "new");
        story.target(indicator, "600", 2017);
        story.publish(programme);
        certifiers = story.districts.stream().map(this::certifier).toList();
        set = ask(story.planner, () -> sets.draft(programme, "任务书", null));
        act(story.planner, () -> splits.carry(set, indicator, story.districts, false, Map.of()));
    }

    private Actor certifier(UUID unit) {
        String login = "certifier-" + story.districts.indexOf(unit);
        cities.in(story.city, () -> {
            UUID account = accounts.open(NewAccount.of(login, "某" + login, "four wet umbrellas"));
            return accounts.appointAtFounding(account, unit, Role.CERTIFIER, LocalDate.of(2020, 1, 1), null, "测试");
        });
        return cities.in(story.city, () -> accounts.actorOf(login));
    }

    private <T> T ask(Actor actor, Supplier<T> work) {
        return cities.as(story.city, actor, work);
    }

    private void act(Actor actor, Runnable work) {
        ask(actor, () -> {
            work.run();
            return true;
        });
    }

    private int version() {
        return ask(story.planner, () -> sets.set(set)).version();
    }

    private TargetSetStatus status() {
        return ask(story.planner, () -> sets.set(set)).status();
    }

    private List<LineView> lines() {
        return ask(story.planner, () -> sets.split(set, indicator)).lines();
    }

    private LineView line(int unit, int year) {
        return lines().stream()
                .filter(line -> line.unitId().equals(story.districts.get(unit)) && line.year() == year)
                .findFirst()
                .orElseThrow();
    }

    private void propose(SplitMethod method) {
        act(story.planner, () -> splits.propose(set, indicator, method, null));
    }

    private void circulate() {
        propose(SplitMethod.EQUAL);
        act(story.planner, () -> decisions.circulate(set, version()));
    }

    private void agreeAll() {
        certifiers.forEach(certifier -> act(certifier, () -> consultation.agreeAll(set)));
    }

    private void issue() {
        circulate();
        agreeAll();
        act(story.planner, () -> decisions.submit(set, version()));
        act(story.decider, () -> decisions.approve(set, version(), "江府办〔2015〕1号"));
        act(story.planner, () -> decisions.issue(set, version()));
    }

    private static Consumer<Throwable> refusedWith(String key) {
        return thrown -> assertThat(((RuleRefused) thrown).reasons())
                .extracting(Reason::key)
                .contains(key);
    }

    private void write(int unit, int year, String value) {
        LineView line = line(unit, year);
        act(story.planner, () -> splits.enter(line.id(), set, line.version(), new BigDecimal(value), false));
    }

    private void sql(String statement) {
        assertThatThrownBy(() -> cities.in(story.city, () -> jdbc.sql(statement).update()))
                .as(statement)
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void A15_the_whole_way_from_a_draft_to_signatures_for_three_years() {
        issue();
        TargetSetView issued = ask(story.planner, () -> sets.set(set));
        assertThat(issued.status()).isEqualTo(TargetSetStatus.ISSUED);
        assertThat(issued.edition()).isEqualTo(1);
        assertThat(lines()).hasSize(9).allMatch(line -> line.status() == TargetLineStatus.ISSUED);
        EditionView edition = ask(story.planner, () -> sets.editions(set)).getFirst();
        assertThat(edition.hash()).isEqualTo(Editions.sha256(edition.content()));
        assertThat(edition.content().lines()).hasSize(10);
        assertThat(ask(certifiers.getFirst(), () -> consultation.acknowledgeAll(set)))
                .isEqualTo(3);
        assertThat(line(0, 2016).status()).isEqualTo(TargetLineStatus.ACKNOWLEDGED);
        assertThat(line(1, 2016).status())
                .as("silence is listed, the target binds")
                .isEqualTo(TargetLineStatus.ISSUED);
        assertThat(ask(
                        story.planner,
                        () -> shares.of(programme, indicator, story.districts.get(1), new Quarter(2016, 3))))
                .hasValueSatisfying(share -> assertThat(share.value())
                        .isEqualByComparingTo(line(1, 2016).value()));
    }

    @Test
    void a_short_sum_goes_nowhere_unless_a_named_holder_signs() {
        circulate();
        act(story.planner, () -> decisions.revise(set, version(), "改数"));
        BigDecimal whole = line(0, 2015).value();
        write(0, 2015, whole.subtract(BigDecimal.ONE).toPlainString());
        act(story.planner, () -> decisions.circulate(set, version()));
        agreeAll();
        assertThatThrownBy(() -> act(story.planner, () -> decisions.submit(set, version())))
                .satisfies(refusedWith("apportionment.refused.residual"));
        act(story.planner, () -> splits.nameHolder(set, indicator, 2017, story.districts.get(1), "预留"));
        assertThatThrownBy(() -> act(story.planner, () -> decisions.submit(set, version())))
                .as("named is not signed")
                .satisfies(refusedWith("apportionment.refused.residual"));
        UUID holding = ask(certifiers.get(1), () -> consultation.unsigned(Set.of(story.districts.get(1))))
                .getFirst()
                .id();
        assertThatThrownBy(() -> act(certifiers.get(0), () -> consultation.signResidual(holding)))
                .isInstanceOf(NotFound.class);
        act(certifiers.get(1), () -> consultation.signResidual(holding));
        act(story.planner, () -> decisions.submit(set, version()));
        act(story.decider, () -> decisions.approve(set, version(), "江府办〔2015〕1号"));
        act(story.planner, () -> decisions.issue(set, version()));
        assertThat(status()).isEqualTo(TargetSetStatus.ISSUED);
    }

    @Test
    void A29_shares_of_599_are_refused_and_of_600_are_accepted() {
        propose(SplitMethod.EQUAL);
        lines().forEach(line -> type(line, line.year() < 2017 ? "0" : "200"));
        type(line(1, 2017), "250");
        type(line(2, 2017), "149");
        assertThat(press(story.planner, "circulation")).isEmpty();
        certifiers.forEach(this::agreeOnThePage);
        assertThat(press(story.planner, "submission")).contains("2017 年", "差 1 个，请补足");
        assertThat(status()).isEqualTo(TargetSetStatus.CONSULTATION);

        assertThat(press(story.planner, "revision", "reason", "补足")).isEmpty();
        type(line(2, 2017), "150");
        assertThat(press(story.planner, "circulation")).isEmpty();
        agreeOnThePage(certifiers.get(2));
        assertThat(press(story.planner, "submission")).isEmpty();
        assertThat(status()).isEqualTo(TargetSetStatus.SUBMITTED);
    }

    private void type(LineView line, String value) {
        assertThat(pages.send(
                                story.city,
                                story.planner,
                                HttpMethod.PUT,
                                "/target-sets/%s/lines/%s/value".formatted(set, line.id()),
                                "value",
                                value,
                                "version",
                                Integer.toString(line.version()))
                        .getStatus())
                .isEqualTo(200);
    }

    private void agreeOnThePage(Actor certifier) {
        Document page =
                pages.press(story.city, certifier, "/my-targets", "/my-targets/agreement", "set", set.toString());
        assertThat(Pages.refusals(page)).isEmpty();
    }

    /** What the set's page says against it; nothing where it was done. */
    private String press(Actor actor, String button, String... form) {
        String page = "/target-sets/" + set;
        String[] versioned = Stream.concat(Stream.of("version", Integer.toString(version())), Arrays.stream(form))
                .toArray(String[]::new);
        return Pages.refusals(pages.press(story.city, actor, page, page + "/" + button, versioned));
    }

    @Test
    void the_database_issues_no_set_that_does_not_add_up() {
        circulate();
        act(story.planner, () -> decisions.revise(set, version(), "改数"));
        write(0, 2015, "0");
        act(story.planner, () -> decisions.circulate(set, version()));
        agreeAll();
        String by = "'" + story.decider.personId() + "'";
        assertThatThrownBy(() -> cities.in(story.city, () -> {
                    jdbc.sql("update target_set set status = 'APPROVED', approved_by = " + by
                                    + ", approved_at = now(), document_no = 'x'")
                            .update();
                    return jdbc.sql(
                                    "update target_set set status = 'ISSUED', issued_by = planned_by, issued_at = now(), edition = 1")
                            .update();
                }))
                .isInstanceOf(RuntimeException.class)
                .hasMessageContaining("leave");
        assertThat(status()).isEqualTo(TargetSetStatus.CONSULTATION);
    }

    @Test
    void a_stricter_sum_is_allowed_and_shown() {
        propose(SplitMethod.EQUAL);
        write(0, 2017, "500");
        SplitView split = ask(story.planner, () -> sets.split(set, indicator));
        assertThat(split.balances().getLast().state().name()).isEqualTo("STRICTER");
        assertThat(split.closes()).isTrue();
    }

    @Test
    void a_unit_counters_the_planner_insists_and_the_decider_settles() {
        circulate();
        LineView line = line(0, 2017);
        BigDecimal offered = line.value().subtract(BigDecimal.TEN);
        assertThatThrownBy(
                        () -> act(certifiers.getFirst(), () -> consultation.counter(line.id(), offered, null, "", "")))
                .satisfies(refusedWith("apportionment.refused.required"));
        assertThatThrownBy(() -> act(certifiers.get(1), () -> consultation.agree(line.id())))
                .as("another unit's line")
                .isInstanceOf(NotFound.class);
        act(certifiers.getFirst(), () -> consultation.counter(line.id(), offered, null, "产能不足", "评估报告"));
        agreeAll();
        assertThatThrownBy(() -> act(story.planner, () -> decisions.submit(set, version())))
                .satisfies(refusedWith("apportionment.refused.unanswered"));
        act(story.planner, () -> consultation.insist(line.id(), "总目标不变"));
        act(story.planner, () -> decisions.submit(set, version()));
        assertThatThrownBy(() -> act(story.decider, () -> decisions.approve(set, version(), "1号")))
                .satisfies(refusedWith("apportionment.refused.unsettled"));
        assertThatThrownBy(() -> act(story.planner, () -> consultation.settle(line.id(), line.value(), null, "定")))
                .isInstanceOf(AccessDeniedException.class);
        act(story.decider, () -> consultation.settle(line.id(), line.value(), null, "按建议数"));
        act(story.decider, () -> decisions.approve(set, version(), "1号"));
        assertThat(status()).isEqualTo(TargetSetStatus.APPROVED);
    }

    @Test
    void an_agreement_is_void_once_the_number_changes() {
        circulate();
        agreeAll();
        act(story.planner, () -> decisions.revise(set, version(), "调整"));
        assertThat(ask(story.planner, () -> sets.set(set)).number()).isGreaterThan(1);
        write(0, 2015, "1");
        assertThat(line(0, 2015).status()).isEqualTo(TargetLineStatus.PROPOSED);
        assertThat(line(1, 2015).status()).isEqualTo(TargetLineStatus.AGREED);
    }

    @Test
    void silence_is_never_agreement() {
        circulate();
        cities.in(
                story.city,
                () -> jdbc.sql("update target_line set answer_due_at = now() - interval '1 minute'")
                        .update());
        assertThatThrownBy(() -> act(certifiers.getFirst(), () -> consultation.agreeAll(set)))
                .satisfies(refusedWith("apportionment.refused.windowOver"));
        assertThat(cities.in(story.city, consultation::escalateUnanswered)).isEqualTo(9);
        assertThat(lines()).allMatch(line -> line.status() == TargetLineStatus.ESCALATED);
    }

    @Test
    void what_was_issued_stays_as_it_is_and_who_planned_does_not_decide() {
        issue();
        for (String statement : List.of(
                "update target_line set value = value + 1",
                "delete from target_line",
                "update target_set set document_no = 'other'",
                "update target_set set status = 'DRAFT', approved_by = null",
                "update target_edition set content = 'x'",
                "update split_whole set target = 1",
                "update target_line set status = 'AGREED'")) {
            sql(statement);
        }
        assertThatThrownBy(() -> write(0, 2015, "1")).satisfies(refusedWith("apportionment.refused.setStatus"));
        assertThatThrownBy(() -> act(story.planner, () -> decisions.cancel(set, version(), "x")))
                .satisfies(refusedWith("apportionment.refused.state"));
    }

    @Test
    void the_planner_cannot_approve_even_by_hand() {
        circulate();
        agreeAll();
        act(story.planner, () -> decisions.submit(set, version()));
        sql(
                "update target_set set status = 'APPROVED', approved_by = planned_by, approved_at = now(), document_no = 'x'");
        assertThatThrownBy(() -> act(story.planner, () -> decisions.approve(set, version(), "1号")))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void an_amendment_supersedes_lines_and_keeps_what_was_measured_under_them() {
        issue();
        LineView giver = line(0, 2017);
        LineView taker = line(1, 2017);
        UUID amendment = ask(
                certifiers.getFirst(),
                () -> amendments.draft(
                        set,
                        TargetAmendmentCause.POLICY_CHANGE,
                        "平台移交",
                        "纪要",
                        new Quarter(2017, 3),
                        story.districts.getFirst()));
        act(certifiers.getFirst(), () -> amendments.write(amendment, List.of(change(giver, "-5"))));
        act(certifiers.getFirst(), () -> amendments.propose(amendment));
        assertThatThrownBy(() -> act(story.planner, () -> amendments.endorse(amendment)))
                .satisfies(refusedWith("apportionment.refused.residual"));
        act(certifiers.getFirst(), () -> amendments.withdraw(amendment));
        UUID second = ask(
                certifiers.getFirst(),
                () -> amendments.draft(
                        set,
                        TargetAmendmentCause.POLICY_CHANGE,
                        "平台移交",
                        "纪要",
                        new Quarter(2017, 3),
                        story.districts.getFirst()));
        act(certifiers.getFirst(), () -> amendments.write(second, List.of(change(giver, "-5"), change(taker, "5"))));
        act(certifiers.getFirst(), () -> amendments.propose(second));
        act(story.planner, () -> amendments.endorse(second));
        act(story.decider, () -> amendments.approve(second, "江府办〔2017〕2号"));
        assertThat(cities.in(story.city, amendments::putInForce)).isEqualTo(1);
        assertThat(line(0, 2017).value()).isEqualByComparingTo(giver.value().subtract(new BigDecimal("5")));
        assertThat(ask(story.planner, () -> sets.history(set)).stream().filter(line -> !line.isLive()))
                .hasSize(2);
        assertThat(ask(story.planner, () -> sets.editions(set))).hasSize(2);
        assertThat(ask(story.planner, amendments::published)).hasSize(2);
        assertThat(ask(
                        story.planner,
                        () -> shares.of(programme, indicator, story.districts.getFirst(), new Quarter(2017, 2))))
                .hasValueSatisfying(share -> assertThat(share.lineId()).isEqualTo(giver.id()));
        assertThat(ask(
                        story.planner,
                        () -> shares.of(programme, indicator, story.districts.getFirst(), new Quarter(2017, 3))))
                .hasValueSatisfying(share -> assertThat(share.lineId()).isNotEqualTo(giver.id()));
    }

    /** Whoever asks, endorses and decides: the parts always come to the whole, and no line that was issued is ever written again. */
    @Test
    void whatever_anybody_amends_the_parts_come_to_the_whole_and_old_lines_stay() {
        issue();
        var walk = new RandomWalk(
                "target amendment",
                () -> witness.rows(
                        story.city, "target_amendment", "amendment_change", "target_line", "target_edition"));
        List<UUID> drafted = new ArrayList<>();
        Map<UUID, List<Object>> issued = new HashMap<>();
        Supplier<UUID> any = () -> {
            if (drafted.isEmpty()) {
                throw new NotFound("no amendment yet");
            }
            return drafted.get(drafted.size() - 1 - walk.random().nextInt(Math.min(3, drafted.size())));
        };
        Actor author = certifiers.getFirst();
        walk.often("draft and write", () -> {
                    boolean balanced = walk.random().nextInt(4) > 0;
                    UUID made = ask(
                            author,
                            () -> amendments.draft(
                                    set,
                                    walk.anyOf(List.of(TargetAmendmentCause.values())),
                                    "平台移交",
                                    "纪要",
                                    new Quarter(2017, 1 + walk.random().nextInt(4)),
                                    story.districts.getFirst()));
                    drafted.add(made);
                    act(
                            author,
                            () -> amendments.write(
                                    made,
                                    List.of(change(line(0, 2017), "-1"), change(line(1, 2017), balanced ? "1" : "0"))));
                })
                .often("propose", () -> act(author, () -> amendments.propose(any.get())))
                .way("withdraw", () -> act(author, () -> amendments.withdraw(any.get())))
                .often("endorse", () -> act(story.planner, () -> amendments.endorse(any.get())))
                .way("decline", () -> act(story.planner, () -> amendments.decline(any.get(), "依据不足")))
                .often("approve", () -> act(story.decider, () -> amendments.approve(any.get(), "2号")))
                .way("refuse", () -> act(story.decider, () -> amendments.refuse(any.get(), "不予调整")))
                .often("take effect", () -> {
                    if (cities.in(story.city, amendments::putInForce) == 0) {
                        throw new NotFound("nothing approved");
                    }
                })
                .never("its author endorses", () -> act(author, () -> amendments.endorse(any.get())))
                .never("the planner approves", () -> act(story.planner, () -> amendments.approve(any.get(), "2号")))
                .never("another unit proposes", () -> act(certifiers.get(1), () -> amendments.propose(any.get())));
        walk.walk(
                150,
                where -> {
                    assertThat(lines().stream()
                                    .map(LineView::value)
                                    .filter(Objects::nonNull)
                                    .reduce(BigDecimal.ZERO, BigDecimal::add))
                            .as(where)
                            .isEqualByComparingTo("600");
                    List<TargetAmendmentView> all = ask(story.planner, () -> amendments.ofSet(set));
                    assertThat(all)
                            .as(where)
                            .allSatisfy(one -> assertThat(one.decidedBy()).isNotEqualTo(one.authorId()));
                    assertThat(ask(story.planner, () -> sets.editions(set)))
                            .as(where)
                            .hasSize(1
                                    + (int) all.stream()
                                            .filter(one -> one.status() == TargetAmendmentStatus.EFFECTIVE)
                                            .count());
                    for (LineView line : ask(story.planner, () -> sets.history(set))) {
                        List<Object> written =
                                List.of(line.unitId(), line.period(), Objects.requireNonNull(line.value()));
                        assertThat(issued.computeIfAbsent(line.id(), id -> written))
                                .as(where)
                                .isEqualTo(written);
                    }
                },
                "draft and write",
                "propose",
                "withdraw",
                "endorse",
                "decline",
                "approve",
                "refuse",
                "take effect");
    }

    private static TargetAmendmentService.Change change(LineView line, String by) {
        return new TargetAmendmentService.Change(line.id(), line.value().add(new BigDecimal(by)), null);
    }

    @Test
    void of_two_answers_at_once_one_counts_and_of_approve_and_return_one() throws Exception {
        circulate();
        LineView line = line(0, 2015);
        assertThat(race(
                        () -> act(certifiers.getFirst(), () -> consultation.agree(line.id())),
                        () -> act(
                                certifiers.getFirst(),
                                () -> consultation.counter(line.id(), BigDecimal.ONE, null, "理由", "依据"))))
                .isEqualTo(1);
        if (line(0, 2015).status() == TargetLineStatus.COUNTERED) {
            act(story.planner, () -> consultation.repropose(line.id(), line.value(), null, "维持"));
        }
        certifiers.forEach(certifier -> {
            try {
                act(certifier, () -> consultation.agreeAll(set));
            } catch (RuleRefused nothingLeft) {
                assertThat(nothingLeft).satisfies(refusedWith("apportionment.refused.nothingWaits"));
            }
        });
        act(story.planner, () -> decisions.submit(set, version()));
        int version = version();
        assertThat(race(
                        () -> act(story.decider, () -> decisions.approve(set, version, "1号")),
                        () -> act(story.decider, () -> decisions.sendBack(set, version, "再改"))))
                .isEqualTo(1);
        assertThat(status()).isIn(TargetSetStatus.APPROVED, TargetSetStatus.DRAFT);
    }

    /** How many of the two came through; the other one is told that it came too late. */
    private static long race(Runnable one, Runnable other) throws Exception {
        List<Object> outcomes =
                new Race("target set").run(Executors.callable(one, true), Executors.callable(other, true));
        assertThat(outcomes)
                .allMatch(outcome -> outcome.equals(true)
                        || outcome instanceof RuleRefused
                        || outcome instanceof ObjectOptimisticLockingFailureException);
        return outcomes.stream().filter(outcome -> outcome.equals(true)).count();
    }

    @Test
    void a_random_walk_of_everybody_never_issues_what_does_not_add_up() {
        propose(SplitMethod.EQUAL);
        var walk = new RandomWalk(
                "target set",
                () -> witness.rows(story.city, "target_set", "split", "target_line", "target_edition", "target_step"));
        Supplier<LineView> line = () -> walk.anyOf(lines());
        Supplier<BigDecimal> number = () -> BigDecimal.valueOf(walk.random().nextInt(150));
        Supplier<Actor> certifier = () -> walk.anyOf(certifiers);
        walk.often("circulate", () -> act(story.planner, () -> decisions.circulate(set, version())))
                .way("revise", () -> act(story.planner, () -> decisions.revise(set, version(), "改")))
                .often("submit", () -> act(story.planner, () -> decisions.submit(set, version())))
                .way("send back", () -> act(story.decider, () -> decisions.sendBack(set, version(), "退")))
                .often("approve", () -> act(story.decider, () -> decisions.approve(set, version(), "1号")))
                .never("its planner approves", () -> act(story.planner, () -> decisions.approve(set, version(), "1号")))
                .way("rescind", () -> act(story.decider, () -> decisions.rescind(set, version(), "撤")))
                .way("issue", () -> act(story.planner, () -> decisions.issue(set, version())))
                .never("its decider issues", () -> act(story.decider, () -> decisions.issue(set, version())))
                .often("agree", () -> act(certifier.get(), () -> consultation.agreeAll(set)))
                .never("the planner agrees", () -> act(story.planner, () -> consultation.agreeAll(set)))
                .way(
                        "counter",
                        () -> act(
                                certifier.get(),
                                () -> consultation.counter(line.get().id(), number.get(), null, "理由", "依据")))
                .way(
                        "accept a counter",
                        () -> act(
                                story.planner,
                                () -> consultation.acceptCounter(line.get().id())))
                .way(
                        "insist",
                        () -> act(
                                story.planner,
                                () -> consultation.insist(line.get().id(), "坚持")))
                .often(
                        "settle",
                        () -> act(
                                story.decider,
                                () -> consultation.settle(
                                        line.get().id(), line.get().value(), null, "裁定")))
                .never(
                        "the planner settles",
                        () -> act(
                                story.planner,
                                () -> consultation.settle(line.get().id(), number.get(), null, "裁定")))
                .often("balance", () -> propose(SplitMethod.BALANCE))
                .way("enter", () -> {
                    LineView any = line.get();
                    act(story.planner, () -> splits.enter(any.id(), set, any.version(), number.get(), false));
                });
        walk.walk(
                150,
                where -> {
                    SplitView split = ask(story.planner, () -> sets.split(set, indicator));
                    TargetSetStatus now = split.set().status();
                    if (now.binds() || now == TargetSetStatus.APPROVED) {
                        assertThat(split.closes()).as(where).isTrue();
                        assertThat(split.lines())
                                .as(where)
                                .noneMatch(one -> one.status() == TargetLineStatus.PROPOSED
                                        || one.status() == TargetLineStatus.ESCALATED);
                    }
                    witness.assertTells(story.city, set, "target-set", "DRAFT", now, where);
                    split.lines()
                            .forEach(one -> witness.assertTells(
                                    story.city, one.id(), "target-line", "PROPOSED", one.status(), where));
                },
                "submit",
                "approve",
                "issue");
        witness.assertWhole(story.city);
    }
}
