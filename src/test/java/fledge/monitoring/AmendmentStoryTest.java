package fledge.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.amendment.AmendmentFinder;
import fledge.amendment.AmendmentKind;
import fledge.amendment.AmendmentService;
import fledge.amendment.AmendmentService.Approval;
import fledge.amendment.AmendmentStatus;
import fledge.amendment.AmendmentStepView;
import fledge.kernel.Quarter;
import fledge.kernel.RuleRefused;
import fledge.monitoring.rules.QuarterTotal;
import fledge.programme.Bilingual;
import fledge.programme.BridgedQuarter;
import fledge.programme.Definition;
import fledge.programme.DefinitionService;
import fledge.programme.NewDefinition;
import fledge.support.PortalTest;
import fledge.support.RandomWalk;
import fledge.support.Witness;
import fledge.template.AskingPlan;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.IllegalTransactionStateException;

/** A locked return is put right, and on every way there what counts is what was last accepted. */
@PortalTest
class AmendmentStoryTest {

    private static final Quarter PAST = MonitoringStory.OPEN.previous();

    @Autowired
    MonitoringStory.Teller teller;

    @Autowired
    SignOffService signOffs;

    @Autowired
    ReviewService reviews;

    @Autowired
    EntryService entries;

    @Autowired
    ReturnService returns;

    @Autowired
    RoundService rounds;

    @Autowired
    RoundDates dates;

    @Autowired
    ProgressService progress;

    @Autowired
    Figures figures;

    @Autowired
    AmendmentService amendments;

    @Autowired
    AmendmentFinder finder;

    @Autowired
    ReopeningService reopening;

    @Autowired
    DefinitionService definitions;

    @Autowired
    SourceService sources;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Witness witness;

    private AmendedReturn locked(MonitoringStory story, Quarter quarter) {
        return told(story, quarter, "1000", "80", "100", "平稳");
    }

    private AmendedReturn told(MonitoringStory story, Quarter quarter, String... values) {
        return new AmendedReturn(story, quarter, signOffs, reviews, amendments, dates, rounds, values);
    }

    private BigDecimal counted(MonitoringStory story, UUID indicator, Quarter quarter) {
        return story.in(() -> figures.totals(story.programme)).getOrDefault(indicator, List.of()).stream()
                .filter(total -> total.quarter().equals(quarter))
                .map(QuarterTotal::value)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    private AmendmentFinder.Dossier dossier(AmendedReturn amended, UUID amendment) {
        return amended.ask(amended.story.planner, () -> finder.dossier(amendment));
    }

    private AmendmentStatus status(AmendedReturn amended, UUID amendment) {
        return dossier(amended, amendment).amendment().status();
    }

    private void assertRollUpsAgree(MonitoringStory story) {
        assertThat(story.in(() -> figures.totals(story.programme)))
                .isEqualTo(story.in(() -> figures.totalsRecomputed(story.programme)));
    }

    @Test
    void an_error_in_a_locked_quarter_is_put_right() {
        MonitoringStory story = teller.tell(1);
        AmendedReturn amended = locked(story, PAST);
        assertThat(amended.view().status()).isEqualTo(ReturnStatus.LOCKED);

        UUID amendment = amended.requested(AmendmentKind.ERROR, 0);
        assertThat(dossier(amended, amendment).impacts()).isNotEmpty();
        assertThat(amended.view().status()).isEqualTo(ReturnStatus.LOCKED);
        assertThat(amended.ask(story.decider, () -> amendments.approve(amendment, 1)))
                .isEqualTo(Approval.OPENED);
        assertThat(amended.view().status()).isEqualTo(ReturnStatus.DRAFT);
        assertThat(amended.view().counts()).isTrue();

        story.fill(story.preparer, amended.id, "1250");
        assertThat(counted(story, story.firms, PAST)).isEqualByComparingTo("1000");
        amended.certify();
        assertThat(status(amended, amendment)).isEqualTo(AmendmentStatus.RESUBMITTED);
        assertThat(counted(story, story.firms, PAST)).isEqualByComparingTo("1000");
        amended.accept();

        assertThat(status(amended, amendment)).isEqualTo(AmendmentStatus.COMPLETED);
        assertThat(amended.view().status()).isEqualTo(ReturnStatus.LOCKED);
        assertThat(amended.view().late()).isFalse();
        assertThat(counted(story, story.firms, PAST)).isEqualByComparingTo("1250");
        assertRollUpsAgree(story);
        assertThat(amended.ask(story.planner, () -> progress.history(story.firms))
                        .restatements())
                .singleElement()
                .satisfies(note -> {
                    assertThat(note.before().value()).isEqualByComparingTo("1000");
                    assertThat(note.after().value()).isEqualByComparingTo("1250");
                    assertThat(note.reason()).isEqualTo("台账核对时发现少计");
                    assertThat(note.period()).isEqualTo(PAST);
                });
        assertThat(amended.ask(story.planner, () -> returns.dossier(amended.id)).restatements())
                .hasSize(1);
        assertThat(amended.ask(story.planner, () -> returns.version(amended.id, 1)))
                .satisfies(old -> {
                    assertThat(old.intact()).isTrue();
                    assertThat(old.content()).contains("cell\tfirms\tVALUE\t1000\t");
                });
        assertThat(amended.ask(story.planner, () -> progress.history(story.firms))
                        .lights())
                .as("the rating frozen then, and the one frozen now")
                .hasSize(2);
        assertThat(dossier(amended, amendment).lines()).singleElement().satisfies(line -> {
            assertThat(line.before().value()).isEqualByComparingTo("1000");
            assertThat(Objects.requireNonNull(line.after()).value()).isEqualByComparingTo("1250");
        });
        assertThat(dossier(amended, amendment).steps().stream().map(AmendmentStepView::to))
                .containsExactly(
                        AmendmentStatus.COMPLETED,
                        AmendmentStatus.RESUBMITTED,
                        AmendmentStatus.OPEN,
                        AmendmentStatus.REQUESTED);
    }

    @Test
    void nothing_but_what_was_named_can_be_changed() {
        MonitoringStory story = teller.tell(1);
        AmendedReturn amended = locked(story, PAST);
        amended.opened(AmendmentKind.ERROR, 0);
        ReturnSheet.Line words = story.sheet(story.preparer, amended.id).lines().get(3);
        assertThat(words.editable()).isFalse();
        assertThatThrownBy(() -> story.ask(
                        story.preparer, () -> entries.enterValue(amended.id, words.id(), "别的话", words.valueEdition())))
                .hasMessageContaining("not-reopened");
        assertRefusedByDatabase(
                story,
                "figures_in_scope",
                "update return_line set wording = '别的话', entered_at = now() where id = '" + words.id() + "'");
    }

    @Test
    void what_is_open_too_long_cannot_be_saved_into_and_is_locked_as_it_was() {
        MonitoringStory story = teller.tell(1);
        AmendedReturn amended = locked(story, PAST);
        UUID amendment = amended.opened(AmendmentKind.ERROR, 0);
        story.fill(story.preparer, amended.id, "1250");
        var end = amended.expiry();

        story.at(end.plusSeconds(1), () -> {
            ReturnSheet.Line firms =
                    story.sheet(story.preparer, amended.id).lines().getFirst();
            assertThat(firms.editable()).isFalse();
            assertThatThrownBy(() -> story.ask(
                            story.preparer,
                            () -> entries.enterValue(amended.id, firms.id(), "1300", firms.valueEdition())))
                    .hasMessageContaining("entry-closed");
            assertRefusedByDatabase(
                    story,
                    "figures_in_time",
                    "update return_line set value = 1300, entered_at = timestamptz '" + end + "' where id = '"
                            + firms.id() + "'");
            story.as(Actor.SYSTEM, amendments::lapseExpired);
        });

        assertThat(status(amended, amendment)).isEqualTo(AmendmentStatus.LAPSED);
        assertThat(amended.view().status()).isEqualTo(ReturnStatus.LOCKED);
        assertThat(story.sheet(story.planner, amended.id)
                        .lines()
                        .getFirst()
                        .content()
                        .value())
                .isEqualByComparingTo("1000");
        assertThat(Objects.requireNonNull(
                                dossier(amended, amendment).lines().getFirst().after())
                        .value())
                .as("the draft that lapsed stays readable")
                .isEqualByComparingTo("1250");
        assertThat(counted(story, story.firms, PAST)).isEqualByComparingTo("1000");
        assertThat(amended.view().certifiedBy()).isEqualTo(story.certifier.personId());
        assertThat(amended.view().acceptedBy()).isEqualTo(story.reviewer.personId());
    }

    @Test
    void a_missed_return_comes_late_for_ever() {
        MonitoringStory story = teller.tell(1);
        AmendedReturn amended = told(story, PAST);
        assertThat(amended.view().status()).isEqualTo(ReturnStatus.MISSED);
        assertThatThrownBy(() -> amended.requested(AmendmentKind.ERROR, 0)).isInstanceOf(RuleRefused.class);
        UUID amendment = amended.opened(AmendmentKind.LATE_ENTRY);

        story.fill(story.preparer, amended.id, "40", "8", "10", "补报");
        story.as(Actor.SYSTEM, dates::closeWindows);
        assertThat(amended.view().status()).isEqualTo(ReturnStatus.DRAFT);
        amended.certify();
        amended.accept();

        assertThat(status(amended, amendment)).isEqualTo(AmendmentStatus.COMPLETED);
        assertThat(amended.view().status()).isEqualTo(ReturnStatus.LOCKED);
        assertThat(amended.view().late()).isTrue();
        assertThat(counted(story, story.firms, PAST)).isEqualByComparingTo("40");
        assertThat(amended.ask(story.planner, () -> returns.dossier(amended.id)).restatements())
                .hasSize(4)
                .allMatch(note -> !note.before().isFilled());
    }

    @Test
    void a_late_entry_that_lapses_is_missed_again() {
        MonitoringStory story = teller.tell(1);
        AmendedReturn amended = told(story, PAST);
        UUID amendment = amended.opened(AmendmentKind.LATE_ENTRY);
        story.as(story.certifier, () -> amendments.giveUp(amendment, "材料不齐"));
        assertThat(status(amended, amendment)).isEqualTo(AmendmentStatus.LAPSED);
        assertThat(amended.view().status()).isEqualTo(ReturnStatus.MISSED);
    }

    @Test
    void what_was_sent_back_is_extended_once() {
        MonitoringStory story = teller.tell(1);
        AmendedReturn amended = locked(story, PAST);
        UUID amendment = amended.opened(AmendmentKind.ERROR, 0, 1, 2);
        assertThatThrownBy(() -> story.ask(story.decider, () -> amendments.extend(amendment)))
                .hasMessageContaining("nothing-to-extend");
        story.fill(story.preparer, amended.id, "1100");
        amended.certify();
        story.as(story.certifier, () -> signOffs.recall(amended.id, "补一处"));
        assertThat(status(amended, amendment)).isEqualTo(AmendmentStatus.OPEN);
        amended.certify();
        story.as(story.reviewer, () -> reviews.start(amended.id));
        assertThatThrownBy(() -> story.as(
                        story.reviewer,
                        () -> reviews.sendBack(amended.id, SendBackReason.OTHER, "再核", Set.of(story.words))))
                .hasMessageContaining("not-reopened");
        story.as(
                story.reviewer,
                () -> reviews.sendBack(amended.id, SendBackReason.WRONG_FIGURE, "再核", Set.of(story.firms)));
        assertThat(status(amended, amendment)).isEqualTo(AmendmentStatus.OPEN);
        var before = amended.expiry();
        story.at(before.minus(Duration.ofHours(1)), () -> story.ask(story.decider, () -> amendments.extend(amendment)));
        assertThat(amended.expiry()).isAfter(before);
        assertThatThrownBy(() -> story.ask(story.decider, () -> amendments.extend(amendment)))
                .hasMessageContaining("extended-already");
        story.as(story.certifier, () -> amendments.giveUp(amendment, "原数据无误"));
        assertThat(amended.view().status()).isEqualTo(ReturnStatus.LOCKED);
    }

    @Test
    void who_asks_does_not_decide_and_who_reads_the_list_decides() {
        MonitoringStory story = teller.tell(1);
        AmendedReturn amended = locked(story, PAST);
        UUID amendment = amended.requestedBy(story.planner, AmendmentKind.LATE_DATA, 0);
        assertThatThrownBy(() -> story.ask(story.certifier, () -> amendments.approve(amendment, 1)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> story.ask(story.decider, () -> amendments.approve(amendment, 0)))
                .hasMessageContaining("impact-unread");
        assertThat(story.ask(story.decider, () -> amendments.approve(amendment, 7)))
                .isEqualTo(Approval.IMPACT_CHANGED);
        assertThat(status(amended, amendment)).isEqualTo(AmendmentStatus.REQUESTED);
        assertRefusedByDatabase(
                story,
                "approver_is_not_requester",
                "update amendment set decided_by = requested_by where id = '" + amendment + "'");
        story.as(story.decider, () -> amendments.refuse(amendment, "依据不足"));
        assertThat(status(amended, amendment)).isEqualTo(AmendmentStatus.REFUSED);
        assertThatThrownBy(() ->
                        story.as(story.preparer, () -> amended.requestedBy(story.preparer, AmendmentKind.ERROR, 0)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> story.as(story.planner, () -> reopening.relock(amended.id, "")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void the_list_of_what_is_affected_is_what_changes_when_the_figure_does() {
        int year = PAST.year() - 1;
        MonitoringStory story = teller.tell(1, year);
        Quarter first = new Quarter(year, 3);
        AmendedReturn amended = locked(story, first);
        for (Quarter later = first.plus(1); later.compareTo(first.plus(4)) <= 0; later = later.plus(1)) {
            locked(story, later);
        }
        UUID amendment = amended.requested(AmendmentKind.ERROR, 0);
        Map<String, IndicatorProgress> before = results(story, first);
        Set<UUID> ratings = story.in(() -> Set.copyOf(jdbc.sql("""
                select id from frozen_rating where city_id = current_city() and indicator_id = ? and period >= ?""")
                .params(story.firms, first.index())
                .query(UUID.class)
                .list()));
        List<FigureUse> listed = dossier(amended, amendment).impacts();
        story.as(story.decider, () -> amendments.approve(amendment, 1));
        story.fill(story.preparer, amended.id, "1250");
        amended.certify();
        amended.accept();
        Map<String, IndicatorProgress> after = results(story, first);

        Set<String> changed = before.keySet().stream()
                .filter(result -> !Objects.equals(
                        Objects.requireNonNull(before.get(result)).evaluation(),
                        Objects.requireNonNull(after.get(result)).evaluation()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(changed).isNotEmpty();
        List<String> results = listed.stream()
                .filter(use -> use.kind().equals("monitoring.use.result"))
                .map(use -> use.indicatorId() + " "
                        + Objects.requireNonNull(use.period()).code())
                .toList();
        assertThat(results).containsExactlyInAnyOrderElementsOf(changed);
        List<UUID> listedRatings = listed.stream()
                .filter(use -> use.kind().equals("monitoring.use.rating"))
                .map(use -> Objects.requireNonNull(use.objectId()))
                .toList();
        assertThat(listedRatings).containsExactlyInAnyOrderElementsOf(ratings);
        assertThat(listed.stream().map(FigureUse::kind))
                .contains(
                        "monitoring.use.version",
                        "monitoring.use.total",
                        "monitoring.use.next-quarter",
                        "monitoring.use.next-year")
                .as("only where every year is judged alone")
                .doesNotContain("monitoring.use.year");
        assertThat(story.in(() -> jdbc.sql(
                                "select count(*) from frozen_rating where city_id = current_city() and id in (:ids)")
                        .param("ids", ratings)
                        .query(Integer.class)
                        .single()))
                .as("no frozen rating is repainted")
                .isEqualTo(ratings.size());
    }

    @Test
    void bridges_and_other_sources_that_stand_on_the_figure_are_on_the_list() {
        MonitoringStory story = teller.tell(1);
        AmendedReturn amended = locked(story, PAST);
        UUID bridged = bridged(story, new BridgedQuarter(PAST, new BigDecimal("1000"), new BigDecimal("960")));
        UUID pair = said(story, "市税务局", PAST);
        said(story, "市统计局", MonitoringStory.OPEN);

        UUID amendment = amended.requested(AmendmentKind.ERROR, 0);
        assertThat(dossier(amended, amendment).impacts())
                .filteredOn(use ->
                        Set.of("monitoring.use.bridge", "monitoring.use.source").contains(use.kind()))
                .containsExactly(
                        new FigureUse(
                                "monitoring.use.bridge", story.firms, PAST, bridged, "", "/definitions/" + bridged),
                        new FigureUse("monitoring.use.source", story.firms, PAST, pair, "市税务局", "/sources/" + pair));

        said(story, "市市场监管局", PAST);
        assertThat(amended.ask(story.decider, () -> amendments.approve(amendment, 1)))
                .as("what has come since has to be read as well")
                .isEqualTo(Approval.IMPACT_CHANGED);
        story.as(story.certifier, () -> amendments.withdraw(amendment));
        UUID other = amended.requested(AmendmentKind.ERROR, 3);
        assertThat(dossier(amended, other).impacts().stream().map(FigureUse::kind))
                .as("nobody bridged or compared the words")
                .doesNotContain("monitoring.use.bridge", "monitoring.use.source");
    }

    private UUID bridged(MonitoringStory story, BridgedQuarter row) {
        return story.ask(story.planner, () -> {
            UUID id = definitions.propose(
                    story.firms,
                    new NewDefinition(
                            row.quarter().next(),
                            new Definition(new Bilingual("只计已登记的企业", ""), null, null, null),
                            null,
                            null,
                            null,
                            "原口径与登记数不一致",
                            null));
            definitions.bridge(id, definitions.definition(id).version(), List.of(row));
            return id;
        });
    }

    /** What another source says of a quarter. */
    private UUID said(MonitoringStory story, String source, Quarter quarter) {
        return story.ask(story.planner, () -> {
            UUID pair = sources.pair(story.firms, SourceKind.OTHER, source, BigDecimal.ONE);
            sources.record(pair, quarter, new BigDecimal("990"), "税函〔2026〕3号");
            return pair;
        });
    }

    /** Every indicator as of every quarter, computed afresh. */
    private Map<String, IndicatorProgress> results(MonitoringStory story, Quarter from) {
        return story.in(() -> {
            var results = new HashMap<String, IndicatorProgress>();
            var totals = figures.totals(story.programme);
            for (IndicatorProgress indicator :
                    progress.progress(story.programme).indicators()) {
                List<QuarterTotal> own =
                        totals.getOrDefault(indicator.indicator().id(), List.of());
                own.stream().map(QuarterTotal::quarter).distinct().forEach(quarter -> {
                    IndicatorProgress result = Progress.of(
                            indicator.indicator(),
                            own,
                            new Demand(AskingPlan.EVERYTHING_EVERY_QUARTER, List.of()).of(indicator.indicator()),
                            quarter,
                            fledge.programme.rules.Observations.NONE,
                            null,
                            List.of(),
                            Map.of());
                    if (result.evaluation() != null) {
                        results.put(indicator.indicator().id() + " " + quarter.code(), result);
                    }
                });
            }
            return results;
        });
    }

    @Test
    void a_random_walk_never_loses_what_counts() {
        MonitoringStory story = teller.tell(1);
        AmendedReturn amended = locked(story, PAST);
        var counting = new String[] {"1000"};
        var draft = new String[] {"1000"};
        var asked = new ArrayList<UUID>();
        Supplier<UUID> latest = () -> {
            if (asked.isEmpty()) {
                throw new NotFound("none asked for yet");
            }
            return asked.getLast();
        };
        // The portal's own job does this every minute; once it is done, nothing is left for it to change meanwhile.
        story.as(Actor.SYSTEM, () -> {
            dates.scheduleEnded();
            dates.open();
        });
        var walk = new RandomWalk(
                "amendment",
                () -> witness.rows(
                        story.city,
                        "quarterly_return",
                        "return_line",
                        "return_version",
                        "return_step",
                        "amendment",
                        "amendment_line",
                        "amendment_step"));
        walk.way("request", () -> asked.add(amended.requested(AmendmentKind.ERROR, 0)))
                .often("approve", () -> story.ask(story.decider, () -> amendments.approve(latest.get(), 1)))
                .never(
                        "its requester approves",
                        () -> story.ask(story.certifier, () -> amendments.approve(latest.get(), 1)))
                .way("withdraw", () -> story.as(story.certifier, () -> amendments.withdraw(latest.get())))
                .way("refuse", () -> story.as(story.decider, () -> amendments.refuse(latest.get(), "否")))
                .way("write", () -> {
                    String typed = Integer.toString(1000 + walk.random().nextInt(400));
                    story.fill(story.preparer, amended.id, typed);
                    draft[0] = typed;
                })
                .never("a reviewer writes", () -> story.fill(story.reviewer, amended.id, "1"))
                .often(
                        "hand in",
                        () -> story.as(story.preparer, () -> {
                            signOffs.check(amended.id);
                            signOffs.request(amended.id);
                        }))
                .often("certify", () -> story.as(story.certifier, () -> signOffs.certify(amended.id)))
                .never("its preparer certifies", () -> story.as(story.preparer, () -> signOffs.certify(amended.id)))
                .way("recall", () -> story.as(story.certifier, () -> signOffs.recall(amended.id, "改")))
                .often("start", () -> story.as(story.reviewer, () -> reviews.start(amended.id)))
                .way(
                        "send back",
                        () -> story.as(
                                story.reviewer,
                                () -> reviews.sendBack(amended.id, SendBackReason.OTHER, "再核", Set.of())))
                .often("accept", () -> {
                    story.as(story.reviewer, () -> reviews.accept(amended.id));
                    counting[0] = draft[0];
                })
                .way("give up", () -> {
                    story.as(story.certifier, () -> amendments.giveUp(latest.get(), "罢"));
                    draft[0] = counting[0];
                })
                .way("time runs out", () -> {
                    if (amended.view().reopening() == null || status(amended, latest.get()) != AmendmentStatus.OPEN) {
                        throw new NotFound("nothing open");
                    }
                    story.at(amended.expiry().plusSeconds(1), () -> story.as(Actor.SYSTEM, amendments::lapseExpired));
                    draft[0] = counting[0];
                })
                .way(
                        "the calendar",
                        () -> story.as(Actor.SYSTEM, () -> {
                            amendments.lapseExpired();
                            dates.closeWindows();
                            dates.lock();
                        }));
        walk.walk(
                200,
                where -> {
                    ReturnView now = amended.view();
                    assertThat(now.counts()).as(where).isTrue();
                    assertThat(counted(story, story.firms, PAST)).as(where).isEqualByComparingTo(counting[0]);
                    assertThat(story.in(() -> figures.totals(story.programme)))
                            .as(where)
                            .isEqualTo(story.in(() -> figures.totalsRecomputed(story.programme)));
                    assertThat(amended.ask(story.planner, () -> finder.ofReturn(amended.id)))
                            .as(where)
                            .filteredOn(view -> view.status().isAlive())
                            .hasSizeLessThanOrEqualTo(1);
                    assertThat(now.reopening() == null).as(where).isEqualTo(now.status() == ReturnStatus.LOCKED);
                    assertThat(now.preparedBy()).as(where).isNotEqualTo(now.certifiedBy());
                    witness.assertTells(story.city, amended.id, "report", "SCHEDULED", now.status(), where);
                    if (!asked.isEmpty()) {
                        witness.assertTells(
                                story.city, latest.get(), "amendment", "DRAFT", status(amended, latest.get()), where);
                    }
                },
                "withdraw",
                "refuse",
                "accept",
                "give up");
        witness.assertWhole(story.city);
    }

    private void assertRefusedByDatabase(MonitoringStory story, String constraint, String sql) {
        assertThatThrownBy(() -> story.in(() -> jdbc.sql(sql).update()))
                .isInstanceOf(DataIntegrityViolationException.class)
                .rootCause()
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(words(constraint));
    }

    /** What the database says when that constraint is broken. */
    private static String words(String constraint) {
        return switch (constraint) {
            case "figures_in_scope" -> "does not name this line";
            case "figures_in_time" -> "has expired";
            default -> constraint;
        };
    }
}
