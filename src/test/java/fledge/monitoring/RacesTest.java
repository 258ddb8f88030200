package fledge.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fledge.access.Actor;
import fledge.amendment.AmendmentFinder;
import fledge.amendment.AmendmentKind;
import fledge.amendment.AmendmentService;
import fledge.audit.AuditEntryView;
import fledge.audit.AuditService;
import fledge.kernel.Quarter;
import fledge.kernel.RuleRefused;
import fledge.monitoring.rules.QuarterTotal;
import fledge.support.LeftOutLock;
import fledge.support.Pages;
import fledge.support.PortalTest;
import fledge.support.Race;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two people press their buttons at the same moment: one act counts, whoever comes second reads why theirs does not, and nothing
 * is left half done. Each race is run again and again on one return, with real transactions on threads of their own.
 */
@PortalTest
class RacesTest {

    /** A quarter to come, so that the portal's own jobs do not race as well. */
    private static final Quarter QUARTER = MonitoringStory.OPEN.plus(2);

    private static final int ROUNDS = 20;
    private static final String DONE = "";
    private static final String RETURNS = "quarterly_return";

    @Autowired
    MonitoringStory.Teller teller;

    @Autowired
    Pages pages;

    @Autowired
    SignOffService signOffs;

    @Autowired
    ReviewService reviews;

    @Autowired
    RoundService rounds;

    @Autowired
    RoundDates dates;

    @Autowired
    Figures figures;

    @Autowired
    AmendmentService amendments;

    @Autowired
    AmendmentFinder finder;

    @Autowired
    AuditService audit;

    @Autowired
    MessageSource messages;

    /** One of the two: who presses which button, with what in the form, and how the return gets back to where the race began. */
    private record Side(Actor actor, ReturnAction act, String button, List<String> form, Runnable back) {}

    /** A return of the open quarter, and the ways to bring it from one stage to the next. */
    private final class Told {

        final MonitoringStory story = teller.tell(1);
        final UUID id;

        Told() {
            var open = new UUID[1];
            onTime(() -> {
                open[0] = story.returnOf(story.round(QUARTER), story.east);
                story.fill(story.preparer, open[0], "1000", "80", "100", "平稳");
                story.as(story.preparer, () -> signOffs.check(open[0]));
            });
            this.id = open[0];
        }

        void request() {
            onTime(() -> story.as(story.preparer, () -> signOffs.request(id)));
        }

        void certify() {
            onTime(() -> story.as(story.certifier, () -> signOffs.certify(id)));
        }

        void recall() {
            onTime(() -> story.as(story.certifier, () -> signOffs.recall(id, "再核对")));
        }

        void start() {
            onTime(() -> story.as(story.reviewer, () -> reviews.start(id)));
        }

        void onTime(Runnable work) {
            story.at(MonitoringStory.dayAfter(QUARTER), work);
        }
    }

    /** Two sides who meet on one return. */
    private record Match(Told told, Side one, Side other) {}

    private Match twoCertifiers() {
        var told = new Told();
        told.request();
        MonitoringStory story = told.story;
        Runnable back = () -> {
            told.recall();
            told.request();
        };
        return new Match(
                told,
                new Side(story.certifier, ReturnAction.CERTIFY, "certification", List.of(), back),
                new Side(story.secondCertifier, ReturnAction.CERTIFY, "certification", List.of(), () -> {
                    told.onTime(() -> story.as(story.secondCertifier, () -> signOffs.recall(told.id, "再核对")));
                    told.request();
                }));
    }

    private Match signatureAgainstTakingBack() {
        var told = new Told();
        told.request();
        return new Match(
                told,
                new Side(told.story.certifier, ReturnAction.CERTIFY, "certification", List.of(), () -> {
                    told.recall();
                    told.request();
                }),
                new Side(told.story.preparer, ReturnAction.TAKE_BACK, "taking-back", List.of(), told::request));
    }

    private Match recallAgainstReview() {
        var told = new Told();
        told.request();
        told.certify();
        return new Match(
                told,
                new Side(told.story.certifier, ReturnAction.RECALL, "recall", List.of("reason", "再核对"), () -> {
                    told.request();
                    told.certify();
                }),
                new Side(told.story.reviewer, ReturnAction.START_REVIEW, "review", List.of(), () -> {
                    sendBack(told);
                    again(told);
                    told.certify();
                }));
    }

    private Match acceptanceAgainstSendingBack() {
        var told = new Told();
        told.request();
        told.certify();
        told.start();
        MonitoringStory story = told.story;
        return new Match(
                told,
                new Side(
                        story.reviewer,
                        ReturnAction.ACCEPT,
                        "acceptance",
                        List.of(),
                        () -> told.onTime(() -> story.as(story.decider, () -> reviews.unaccept(told.id, "再议")))),
                new Side(
                        story.secondReviewer,
                        ReturnAction.RETURN,
                        "sending-back",
                        List.of("code", SendBackReason.OTHER.name(), "reason", "请补充说明"),
                        () -> {
                            again(told);
                            told.certify();
                            told.start();
                        }));
    }

    @Test
    void of_two_certifiers_one_signs() throws Exception {
        Match match = twoCertifiers();
        run(match);
        MonitoringStory story = match.told().story;
        assertThat(story.sheet(story.planner, match.told().id).report().submissions())
                .as("every round signed once")
                .isEqualTo(ROUNDS);
    }

    @Test
    void of_a_signature_and_taking_the_request_back_one_happens() throws Exception {
        run(signatureAgainstTakingBack());
    }

    @Test
    void of_a_recall_and_the_start_of_the_review_one_happens() throws Exception {
        run(recallAgainstReview());
    }

    @Test
    void of_acceptance_and_sending_back_one_happens() throws Exception {
        run(acceptanceAgainstSendingBack());
    }

    /** The planted fault: both read the return before either has written it. */
    @Test
    void that_the_return_is_not_locked_is_noticed() {
        for (Match match : List.of(
                twoCertifiers(), signatureAgainstTakingBack(), recallAgainstReview(), acceptanceAgainstSendingBack())) {
            String acts = match.one().act() + " against " + match.other().act();
            assertThatExceptionOfType(AssertionError.class)
                    .as(acts)
                    .isThrownBy(() -> round(
                            match,
                            new Race(acts),
                            "unlocked",
                            LeftOutLock.of(
                                    RETURNS,
                                    () -> press(match.told(), match.one()),
                                    () -> press(match.told(), match.other()))))
                    .withMessageContaining("unlocked");
        }
    }

    private void sendBack(Told told) {
        told.onTime(() -> told.story.as(
                told.story.reviewer, () -> reviews.sendBack(told.id, SendBackReason.OTHER, "请补充说明", Set.of())));
    }

    /** From returned to handed in once more, with the same figure in the end. */
    private void again(Told told) {
        told.onTime(() -> {
            told.story.fill(told.story.preparer, told.id, "999");
            told.story.fill(told.story.preparer, told.id, "1000");
        });
        told.request();
    }

    private void run(Match match) throws Exception {
        var race = new Race(match.one().act() + " against " + match.other().act());
        int won = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            Side winner = round(
                    match,
                    race,
                    "round " + round,
                    () -> press(match.told(), match.one()),
                    () -> press(match.told(), match.other()));
            won += winner == match.one() ? 1 : 0;
            winner.back().run();
        }
        System.out.println(match.one().act() + " came first " + won + " times of " + ROUNDS);
        assertThat(match.told().story.ask(Actor.SYSTEM, audit::verify).intact()).isTrue();
    }

    /** Lets them press at once; answers who came first, with everything as if only that one had pressed. */
    private Side round(Match match, Race race, String round, Callable<?>... works) throws Exception {
        Told told = match.told();
        int steps = steps(told).size();
        List<Object> said = race.run(works);

        String where = round + ": " + said;
        assertThat(said).as(where).containsOnlyOnce(DONE);
        boolean first = said.getFirst().equals(DONE);
        Side winner = first ? match.one() : match.other();
        Side loser = first ? match.other() : match.one();
        ReturnStatus now = told.story.status(told.id);
        assertThat(now).as(where).isEqualTo(winner.act().to());
        assertThat(said.get(first ? 1 : 0))
                .as("what the second one reads on the page, " + where)
                .isEqualTo("报表当前为“%s”，不能办理“%s”。请刷新页面查看最新状态。"
                        .formatted(word("monitoring.status." + now), word("monitoring.action." + loser.act())));
        assertThat(steps(told).subList(steps, steps(told).size())).as(where).containsExactly("Return." + winner.act());
        assertCountsWhatWasAccepted(told.story, now == ReturnStatus.ACCEPTED ? "1000" : "0");
        return winner;
    }

    private String word(String key) {
        return messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
    }

    /** What the trail keeps of the return's moves, oldest first. */
    private List<String> steps(Told told) {
        return told.story.ask(Actor.SYSTEM, () -> audit.about(told.id)).stream()
                .map(AuditEntryView::action)
                .filter(action -> action.startsWith("Return."))
                .toList();
    }

    private void assertCountsWhatWasAccepted(MonitoringStory story, String value) {
        var totals = story.in(() -> figures.totals(story.programme));
        assertThat(totals).isEqualTo(story.in(() -> figures.totalsRecomputed(story.programme)));
        assertThat(totals.getOrDefault(story.firms, List.of()).stream()
                        .map(QuarterTotal::value)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(value);
    }

    /** Presses the button on the return's page; answers the sentence that the page then shows, or nothing where it was done. */
    private String press(Told told, Side side) {
        return press(told, side, MonitoringStory.dayAfter(QUARTER));
    }

    private String press(Told told, Side side, Instant at) {
        var said = new String[1];
        String page = "/returns/" + told.id;
        told.story.at(
                at,
                () -> said[0] = Pages.refusals(pages.press(
                        told.story.city,
                        side.actor(),
                        page,
                        page + "/" + side.button(),
                        side.form().toArray(String[]::new))));
        return said[0];
    }

    /** A return signed in the last second is signed, or it is missed; either way the calendar goes on with all the others. */
    @Test
    void of_a_signature_in_the_last_second_and_the_end_of_entry_one_happens() throws Exception {
        var race = new Race("CERTIFY against CLOSE_WINDOW");
        int signed = 0;
        for (int round = 1; round <= 6; round++) {
            var told = new Told();
            told.request();
            MonitoringStory story = told.story;
            Instant end = story.sheet(story.planner, told.id).report().writableUntil();
            var certifier = new Side(story.certifier, ReturnAction.CERTIFY, "certification", List.of(), () -> {});
            List<Object> said = race.run(
                    () -> press(told, certifier, end.minusSeconds(1)),
                    () -> {
                        story.at(end, () -> story.as(Actor.SYSTEM, dates::closeWindows));
                        return DONE;
                    },
                    () -> {
                        story.at(end, () -> story.as(Actor.SYSTEM, dates::closeWindows));
                        return DONE;
                    });

            String where = "round " + round + ": " + said;
            assertThat(said.subList(1, 3)).as(where).containsOnly(DONE);
            boolean first = said.getFirst().equals(DONE);
            signed += first ? 1 : 0;
            assertThat(story.status(told.id)).as(where).isEqualTo(first ? ReturnStatus.SUBMITTED : ReturnStatus.MISSED);
            if (!first) {
                assertThat(said.getFirst()).as(where).isEqualTo("报表当前为“逾期未报”，不能办理“签发”。请刷新页面查看最新状态。");
            }
            assertThat(steps(told).getLast()).as(where).isEqualTo(first ? "Return.CERTIFY" : "Return.CLOSE_WINDOW");
            assertThat(steps(told)).as(where).doesNotHaveDuplicates();
        }
        System.out.println("The signature came first " + signed + " times of 6");
    }

    /** Giving up always locks; a value is kept as the draft that lapsed if it came before, and refused if it came after. */
    @Test
    void relocking_wins_and_a_value_is_kept_as_what_lapsed_or_refused() throws Exception {
        MonitoringStory story = teller.tell(1);
        AmendedReturn amended = locked(story);
        var race = new Race("relock against save");
        int saved = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            saved += relockAgainstSave(amended, race, "round " + round, works -> works) ? 1 : 0;
        }
        System.out.println("The value came first " + saved + " times of " + ROUNDS);
        assertThat(story.ask(Actor.SYSTEM, audit::verify).intact()).isTrue();
    }

    /** The planted fault of this race: the value is written into what was read as open, when it is locked again. */
    @Test
    void that_a_value_is_saved_without_the_lock_is_noticed() {
        AmendedReturn amended = locked(teller.tell(1));
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> relockAgainstSave(
                        amended,
                        new Race("relock against save"),
                        "unlocked",
                        works -> LeftOutLock.of(RETURNS, works[0], works[1])))
                .withMessageContaining("unlocked");
    }

    /** Answers whether the value came first. */
    private boolean relockAgainstSave(
            AmendedReturn amended, Race race, String round, UnaryOperator<Callable<?>[]> condition) throws Exception {
        MonitoringStory story = amended.story;
        UUID amendment = amended.opened(AmendmentKind.ERROR, 0);
        ReturnSheet.Line cell = story.sheet(story.preparer, amended.id).lines().getFirst();
        int entered = entered(story, amended.id);
        List<Object> said = race.run(condition.apply(new Callable<?>[] {
            () -> save(story, amended.id, cell, "1999"),
            () -> {
                story.as(story.certifier, () -> amendments.giveUp(amendment, "原数据无误"));
                return DONE;
            }
        }));

        String where = round + ": " + said;
        assertThat(said.getLast()).as(where).isEqualTo(DONE);
        boolean kept = said.getFirst().equals(DONE);
        if (!kept) {
            assertThat(said.getFirst()).as(where).isEqualTo("报表当前为“锁定”，不能办理“填报”。请刷新页面查看最新状态。");
        }
        assertThat(entered(story, amended.id) - entered).as(where).isEqualTo(kept ? 1 : 0);
        assertThat(amended.view().status()).as(where).isEqualTo(ReturnStatus.LOCKED);
        assertThat(story.sheet(story.planner, amended.id)
                        .lines()
                        .getFirst()
                        .content()
                        .value())
                .as(where)
                .isEqualByComparingTo("1000");
        assertThat(Objects.requireNonNull(amended.ask(story.planner, () -> finder.dossier(amendment))
                                .lines()
                                .getFirst()
                                .after())
                        .value())
                .as("what was saved stays readable, " + where)
                .isEqualByComparingTo(kept ? "1999" : "1000");
        assertCountsWhatWasAccepted(story, "1000");
        return kept;
    }

    private AmendedReturn locked(MonitoringStory story) {
        return new AmendedReturn(
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
    }

    private int entered(MonitoringStory story, UUID returnId) {
        return (int) story.ask(Actor.SYSTEM, () -> audit.about(returnId)).stream()
                .filter(entry -> entry.action().equals("FigureEntered"))
                .count();
    }

    /** Leaves a cell of the grid; answers what is shown beside it where it was not kept. */
    private String save(MonitoringStory story, UUID returnId, ReturnSheet.Line cell, String value) {
        MockHttpServletResponse answer = pages.send(
                story.city,
                story.preparer,
                HttpMethod.PUT,
                "/returns/%s/cells/%s/value".formatted(returnId, cell.id()),
                "value",
                value,
                "version",
                Integer.toString(cell.valueEdition()));
        if (answer.getStatus() == 200) {
            return DONE;
        }
        assertThat(answer.getStatus()).isEqualTo(422);
        return JsonMapper.shared().readTree(Pages.text(answer)).path("message").asString("");
    }

    @Test
    void of_two_amendments_of_one_return_one_is_asked_for() throws Exception {
        MonitoringStory story = teller.tell(1);
        AmendedReturn amended = locked(story);
        var race = new Race("request against request");
        for (int round = 1; round <= ROUNDS; round++) {
            List<Object> made = race.run(
                    () -> amended.requested(AmendmentKind.ERROR, 0),
                    () -> amended.requestedBy(story.planner, AmendmentKind.ERROR, 3));
            String where = "round " + round + ": " + made;
            assertThat(made).as(where).filteredOn(UUID.class::isInstance).hasSize(1);
            assertThat(made)
                    .as(where)
                    .filteredOn(RuleRefused.class::isInstance)
                    .singleElement()
                    .hasToString("fledge.kernel.RuleRefused: amendment.refused.another-alive");
            assertThat(amended.ask(story.planner, () -> finder.ofReturn(amended.id)))
                    .as(where)
                    .filteredOn(view -> view.status().isAlive())
                    .hasSize(1);
            UUID asked = (UUID)
                    made.stream().filter(UUID.class::isInstance).findFirst().orElseThrow();
            story.as(story.decider, () -> amendments.refuse(asked, "依据不足"));
        }
    }
}
