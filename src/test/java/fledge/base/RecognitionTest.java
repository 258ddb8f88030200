package fledge.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.access.Role;
import fledge.base.rules.Grade;
import fledge.base.rules.RecognitionLevel;
import fledge.identity.AccountService;
import fledge.kernel.RuleRefused;
import fledge.support.Cities;
import fledge.support.Pages;
import fledge.support.PortalTest;
import fledge.support.RandomWalk;
import fledge.support.Staff;
import fledge.tenancy.City;
import fledge.tenancy.CityService;
import fledge.tenancy.PortalClock;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Recognition from the application to the upgrade; no base ever holds two levels, whatever anybody does. */
@PortalTest
class RecognitionTest {

    @Autowired
    Cities cities;

    @Autowired
    CityService list;

    @Autowired
    Staff staff;

    @Autowired
    AccountService accounts;

    @Autowired
    BaseService bases;

    @Autowired
    RecognitionService recognitions;

    @Autowired
    RecognitionRecords records;

    @Autowired
    PortalClock clock;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    /** What a walk has before it; then it begins again in another city. */
    private static final Duration FROM = Duration.ofDays(2000);

    private final Instant now = Instant.now();

    private BaseStory story() {
        return new BaseStory(cities, staff, accounts, bases);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, PortalClock.ZONE);
    }

    private void act(BaseStory story, Instant at, String login, UUID id, RecognitionMove move) {
        clock.rehearse(at, () -> story.as(story.actor(login), () -> recognitions.move(id, move)));
    }

    private static RecognitionMove move(RecognitionAction action) {
        return new RecognitionMove(action, "意见", "甲、乙", BigDecimal.valueOf(80), "", null, null, false, null, null);
    }

    private static RecognitionMove recognise(Instant at) {
        return new RecognitionMove(RecognitionAction.RECOGNISE, "", "", null, "1号", day(at), 3, true, null, null);
    }

    private static RecognitionMove keep(int year, Grade grade) {
        return new RecognitionMove(RecognitionAction.KEEP, "", "", null, "", null, null, false, year, grade);
    }

    private UUID apply(BaseStory story, Instant at, RecognitionLevel level) {
        var made = new UUID[1];
        clock.rehearse(
                at,
                () -> made[0] =
                        story.ask(story.actor("operator"), () -> recognitions.apply(story.base, level, "条件具备")));
        return made[0];
    }

    private UUID recognised(BaseStory story, Instant from, RecognitionLevel level) {
        UUID id = apply(story, from, level);
        act(story, from, "reviewer", id, move(RecognitionAction.RECOMMEND));
        act(story, from, "case-officer", id, move(RecognitionAction.START_REVIEW));
        act(story, from, "decider", id, move(RecognitionAction.PASS));
        Instant after = from.plus(Duration.ofDays(30));
        act(story, after, "decider-2", id, recognise(after));
        return id;
    }

    private RecognitionRecords.Standing standing(BaseStory story) {
        return story.ask(story.actor(Role.PLANNER), () -> records.of(List.of(bases.base(story.base))));
    }

    private void refused(BaseStory story, String words, String sql) {
        assertThatThrownBy(() -> story.in(() -> jdbc.sql(sql).update()))
                .as(sql)
                .rootCause()
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(words);
    }

    @Test
    void an_excellent_city_base_rises_to_the_province_and_is_counted_with_its_name() {
        BaseStory story = story();
        Instant start = now.minus(Duration.ofDays(500));
        UUID city = recognised(story, start, RecognitionLevel.CITY);
        assertThatThrownBy(() -> apply(story, start.plus(Duration.ofDays(40)), RecognitionLevel.PROVINCIAL))
                .isInstanceOf(RuleRefused.class);
        Instant assessed = start.plus(Duration.ofDays(50));
        act(story, assessed, "case-officer", city, keep(day(assessed).getYear(), Grade.EXCELLENT));
        Instant again = start.plus(Duration.ofDays(60));
        UUID province = recognised(story, again, RecognitionLevel.PROVINCIAL);
        RecognitionRecords.Standing standing = standing(story);
        LocalDate rose = day(again.plus(Duration.ofDays(30)));
        assertThat(standing.basesOn(rose.minusDays(1)).get(RecognitionLevel.CITY))
                .containsExactly(story.base);
        assertThat(standing.basesOn(rose.minusDays(1)).get(RecognitionLevel.PROVINCIAL))
                .isEmpty();
        assertThat(standing.basesOn(rose).get(RecognitionLevel.CITY)).isEmpty();
        assertThat(standing.basesOn(rose).get(RecognitionLevel.PROVINCIAL)).containsExactly(story.base);
        assertThat(standing.upgradedTo(RecognitionLevel.PROVINCIAL, rose, rose))
                .extracting(TermView::baseId)
                .containsExactly(story.base);
        assertThat(standing.upgradedTo(RecognitionLevel.PROVINCIAL, rose.plusDays(1), rose.plusDays(9)))
                .isEmpty();
        assertThat(standing.recognitions())
                .extracting(RecognitionView::status)
                .containsExactly(RecognitionStatus.UPGRADED, RecognitionStatus.RECOGNISED);
        Document page = pages.open(story.city, story.actor(Role.PLANNER), "/recognitions?on=" + rose);
        assertThat(page.select("dl").text()).contains("东园");
        assertThat(pages.open(story.city, story.actor(Role.DECIDER), "/recognitions/" + province)
                        .text())
                .contains("撤销认定")
                .doesNotContain("申请复核");
        assertThat(pages.open(story.city, story.actor("operator"), "/bases/" + story.base)
                        .text())
                .contains("省级")
                .contains("申请认定");
    }

    @Test
    void only_the_bases_own_operator_applies_and_only_the_right_role_moves() {
        BaseStory story = story();
        assertThatThrownBy(() -> story.as(
                        story.actor("stranger"), () -> recognitions.apply(story.base, RecognitionLevel.CITY, "条件具备")))
                .isInstanceOf(NotFound.class);
        UUID id = apply(story, now, RecognitionLevel.CITY);
        assertThatThrownBy(() -> apply(story, now, RecognitionLevel.CITY)).isInstanceOf(RuleRefused.class);
        assertThatThrownBy(() -> act(story, now, "planner", id, move(RecognitionAction.RECOMMEND)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> act(story, now, "stranger", id, move(RecognitionAction.WITHDRAW)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> act(story, now, "decider", id, move(RecognitionAction.UPGRADE)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> story.as(story.actor("stranger"), () -> records.recognition(id)))
                .isInstanceOf(NotFound.class);
        Document refused = pages.press(
                story.city,
                story.actor(Role.REVIEWER),
                "/recognitions/" + id + "/step?action=RECOMMEND",
                "/recognitions/" + id + "/step",
                "action",
                "RECOMMEND",
                "words",
                "");
        assertThat(Pages.refusals(refused)).isEqualTo("填写办理意见");
    }

    @Test
    void what_waits_stands_on_the_desk_of_whoever_goes_on_with_it_and_of_nobody_else() {
        BaseStory story = story();
        UUID id = apply(story, now, RecognitionLevel.CITY);
        assertThat(desk(story, "reviewer")).contains("审核推荐：东园（市级认定）");
        for (String other : List.of("operator", "case-officer", "decider", "planner")) {
            assertThat(desk(story, other)).as(other).doesNotContain("东园（市级认定）");
        }
        act(story, now, "reviewer", id, move(RecognitionAction.RECOMMEND));
        assertThat(desk(story, "reviewer")).doesNotContain("东园（市级认定）");
        assertThat(desk(story, "case-officer")).contains("组织评审：东园（市级认定）");
        act(story, now, "case-officer", id, move(RecognitionAction.START_REVIEW));
        assertThat(desk(story, "decider")).contains("审定评审结果：东园（市级认定）");
        act(story, now, "decider", id, move(RecognitionAction.PASS));
        assertThat(desk(story, "decider-2"))
                .as("while the public notice runs nobody can decide")
                .doesNotContain("东园（市级认定）");
    }

    private String desk(BaseStory story, String login) {
        return pages.open(story.city, story.actor(login), "/desk").text();
    }

    @Test
    void a_wish_of_jinan_counts_what_was_recognised_within_its_own_years_only() {
        City jinan = list.byCode("jinan").orElseThrow();
        Actor planner = cities.in(jinan, () -> accounts.actorOf("jinan-planner"));
        Elements rows = pages.open(jinan, planner, "/recognitions").select("section[aria-labelledby=targets] tbody tr");
        assertThat(row(rows, "市级基地升级为省级基地"))
                .contains("15", "2016-01-01 至 2018-12-31")
                .doesNotContain("泉涌");
        assertThat(row(rows, "市级基地升级为省级基地（示例）")).contains("济南泉涌众创空间");
        assertThat(row(rows, "每年新增众创空间")).contains("2018-01-01 至 2018-12-31").doesNotContain("泉涌");
        assertThat(row(rows, "典型样板示范基地")).contains("15 至 20").doesNotContain("泉涌");
        assertThat(row(rows, "典型样板示范基地（示例）")).contains("济南泉涌众创空间");
    }

    private static String row(Elements rows, String name) {
        return rows.stream()
                .filter(row -> row.select("th").text().equals(name))
                .map(Element::text)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_database_itself_refuses_two_levels_at_a_time_one_hand_and_a_move_without_a_step() {
        BaseStory story = story();
        Instant start = now.minus(Duration.ofDays(200));
        UUID id = recognised(story, start, RecognitionLevel.CITY);
        LocalDate from = day(start.plus(Duration.ofDays(30)));
        String term =
                "insert into recognition_term (city_id, id, version, recognition_id, base_id, level, valid_from, valid_until, document_no)"
                        + " values (%d, gen_random_uuid(), 0, '%s', '%s', 'CITY', '%s', '%s', 'x')";
        refused(
                story,
                "one_level_at_a_time",
                term.formatted(story.city.id(), id, story.base, from.plusYears(1), from.plusYears(9)));
        refused(
                story,
                "one_level_at_a_time",
                term.formatted(story.city.id(), id, story.base, from.minusYears(1), from.plusDays(1)));
        refused(
                story,
                "one_level_at_a_time",
                "update recognition_term set valid_until = valid_from + 99999; "
                        + term.formatted(story.city.id(), id, story.base, from.plusYears(20), from.plusYears(21)));
        assertThat(story.in(() -> jdbc.sql(term.formatted(story.city.id(), id, story.base, from.minusYears(1), from))
                        .update()))
                .as("next to each other is no overlap")
                .isOne();
        refused(story, "permission denied", "update recognition_term set valid_from = '2000-01-01'");
        refused(story, "is_another", "update recognition set reviewed_by = applied_by where id = '" + id + "'");
        refused(
                story,
                "recommender_is_not_applicant",
                "update recognition set recommended_by = applied_by where id = '" + id + "'");
        refused(
                story,
                "without a step",
                "update recognition set status = 'REVOKED', moves = moves + 1 where id = '" + id + "'");
        refused(story, "permission denied", "delete from recognition_step");
        refused(story, "permission denied", "update recognition_assessment set grade = 'EXCELLENT'");
    }

    @Test
    void whatever_anybody_does_no_base_holds_two_levels_and_every_move_has_its_step() {
        var story = new BaseStory[] {story()};
        var ids = new ArrayList<UUID>();
        var time = new Instant[] {now.minus(FROM)};
        var walk = new RandomWalk(
                "recognition",
                () -> story[0].in(() -> jdbc.sql(
                                "select (select count(*) from recognition_step) || ' ' || (select count(*) from recognition_term) || ' '"
                                        + " || (select coalesce(string_agg(status || moves, ',' order by id), '') from recognition)")
                        .query(String.class)
                        .single()));
        for (RecognitionLevel level : RecognitionLevel.values()) {
            walk.way("apply " + level, () -> ids.add(apply(story[0], time[0], level)));
        }
        for (RecognitionAction action : RecognitionAction.values()) {
            if (action.right() != null) {
                Role role = action.right().roles().iterator().next();
                String login = role == Role.BASE_OPERATOR
                        ? "operator"
                        : role.name().toLowerCase(Locale.ROOT).replace('_', '-');
                Runnable act = () -> {
                    if (ids.isEmpty()) {
                        throw new NotFound("nothing yet");
                    }
                    act(story[0], time[0], login, ids.getLast(), full(action, time[0], walk));
                };
                boolean ends = List.of(
                                RecognitionAction.REFUSE,
                                RecognitionAction.REVOKE,
                                RecognitionAction.LEAVE,
                                RecognitionAction.WITHDRAW)
                        .contains(action);
                if (ends) {
                    walk.seldom(action.name(), act);
                } else {
                    walk.often(action.name(), act);
                }
                walk.never("stranger " + action, () -> {
                    if (ids.isEmpty()) {
                        throw new NotFound("nothing yet");
                    }
                    act(story[0], time[0], "stranger", ids.getLast(), full(action, time[0], walk));
                });
            }
        }
        walk.often("days pass", () -> {
            time[0] = time[0].plus(Duration.ofDays(walk.anyOf(List.of(20, 20, 100))));
            if (time[0].isAfter(now)) {
                story[0] = story();
                time[0] = now.minus(FROM);
                ids.clear();
            }
            clock.rehearse(time[0], () -> story[0].as(Actor.SYSTEM, recognitions::passTime));
        });
        walk.walk(
                300,
                where -> {
                    List<TermView> terms = standing(story[0]).terms();
                    for (TermView one : terms) {
                        for (TermView other : terms) {
                            boolean apart = one == other
                                    || one.from().equals(one.until())
                                    || other.from().equals(other.until())
                                    || !one.from().isBefore(other.until())
                                    || !other.from().isBefore(one.until());
                            assertThat(apart)
                                    .as(where + " " + one + " " + other)
                                    .isTrue();
                        }
                    }
                    assertThat(story[0].in(() -> jdbc.sql(
                                            "select (select coalesce(sum(moves), 0) from recognition) = (select count(*) from recognition_step)")
                                    .query(Boolean.class)
                                    .single()))
                            .as(where)
                            .isTrue();
                },
                "RECOGNISE",
                "ASK_RENEWAL",
                "RENEW",
                "REVOKE");
    }

    private static RecognitionMove full(RecognitionAction action, Instant at, RandomWalk walk) {
        Grade grade = action == RecognitionAction.DEMAND
                ? Grade.FAILED
                : walk.anyOf(List.of(Grade.EXCELLENT, Grade.EXCELLENT, Grade.PASSED));
        return new RecognitionMove(
                action, "意见", "甲、乙", BigDecimal.valueOf(70), "1号", day(at), 1, false, day(at).getYear(), grade);
    }
}
