package fledge.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fledge.access.NotFound;
import fledge.access.Role;
import fledge.enterprise.EnterpriseService;
import fledge.identity.AccountService;
import fledge.identity.UnitService;
import fledge.kernel.RuleRefused;
import fledge.support.Cities;
import fledge.support.Pages;
import fledge.support.PortalTest;
import fledge.support.SampleFiles;
import fledge.support.Staff;
import fledge.tenancy.City;
import fledge.tenancy.CityService;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** The ledger of residents: counts as of any day, who keeps it, what the database itself refuses, and who is doubtful. */
@PortalTest
class ResidencyTest {

    private static final LocalDate TODAY = Ledger.TODAY;

    @Autowired
    Cities cities;

    @Autowired
    CityService list;

    @Autowired
    Staff staff;

    @Autowired
    AccountService accounts;

    @Autowired
    UnitService units;

    @Autowired
    BaseService bases;

    @Autowired
    EnterpriseService enterprises;

    @Autowired
    ResidencyService residencies;

    @Autowired
    ResidencyLedger ledger;

    @Autowired
    BaseFiles files;

    @Autowired
    ResultService results;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Ledger told() {
        return new Ledger(new BaseStory(cities, staff, accounts, bases), units, enterprises, residencies);
    }

    private LedgerCount count(BaseStory story, UUID base, LocalDate since, LocalDate on) {
        return story.ask(story.actor(Role.PLANNER), () -> ledger.count(bases.base(base), since, on));
    }

    private void refused(BaseStory story, String words, String sql) {
        assertThatThrownBy(() -> story.in(() -> jdbc.sql(sql).update()))
                .as(sql)
                .rootCause()
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(words);
    }

    @Test
    void every_count_is_a_question_as_of_a_day() {
        Ledger told = told();
        told.register(3);
        BaseStory story = told.story;
        LocalDate begin = TODAY.minusDays(300);
        UUID first = told.moveIn(0, begin, 10);
        UUID second = told.moveIn(1, begin.plusDays(10), null);
        told.moveIn(2, begin.plusDays(20), 5);
        story.as(story.actor("operator"), () -> residencies.count(first, begin.plusDays(30), 16));
        told.end(first, begin.plusDays(100), ResidencyEnding.GRADUATED);
        told.end(second, begin.plusDays(120), ResidencyEnding.LEFT);
        told.moveIn(0, begin.plusDays(200), 20);

        assertThat(count(story, story.base, begin, begin.minusDays(1)).isKept()).isFalse();
        LedgerCount early = count(story, story.base, begin.plusDays(11), begin.plusDays(29));
        assertThat(early.residents()).isEqualTo(3);
        assertThat(early.jobs()).isEqualTo(15);
        assertThat(early.counted())
                .as("one of the three said nothing of its jobs")
                .isEqualTo(2);
        assertThat(early.areaM2()).isEqualByComparingTo("360");
        assertThat(early.movedInSince()).isEqualTo(1);
        assertThat(count(story, story.base, begin, begin.plusDays(30)).jobs()).isEqualTo(21);
        LedgerCount dayBefore = count(story, story.base, begin, begin.plusDays(99));
        assertThat(dayBefore.residents()).isEqualTo(3);
        assertThat(dayBefore.graduated()).isZero();
        LedgerCount day = count(story, story.base, begin.plusDays(100), begin.plusDays(100));
        assertThat(day.residents()).isEqualTo(2);
        assertThat(day.graduated()).isEqualTo(1);
        assertThat(day.graduatedSince()).isEqualTo(1);
        assertThat(day.jobs()).isEqualTo(5);
        LedgerCount now = count(story, story.base, begin.plusDays(101), TODAY);
        assertThat(now.residents()).as("it came back").isEqualTo(2);
        assertThat(now.graduated()).isEqualTo(1);
        assertThat(now.graduatedSince()).isZero();
        assertThat(now.left()).isEqualTo(1);
        assertThat(now.leftSince()).isEqualTo(1);
        assertThat(now.jobs()).isEqualTo(25);
    }

    @Test
    void the_bases_operator_and_officers_keep_its_ledger_and_nobody_else() {
        Ledger told = told();
        told.register(3);
        BaseStory story = told.story;
        UUID one = told.moveIn(0, TODAY.minusDays(9), null);
        told.moveIn(story.actor(Role.CASE_OFFICER), story.base, 1, TODAY.minusDays(9), null);
        for (String login : List.of("reviewer", "auditor", "decider", "east-preparer")) {
            assertThatThrownBy(() -> told.moveIn(story.actor(login), story.base, 2, TODAY, null))
                    .as(login)
                    .isInstanceOf(AccessDeniedException.class);
        }
        assertThatThrownBy(() -> told.moveIn(story.actor("stranger"), story.base, 2, TODAY, null))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> story.as(story.actor("stranger"), () -> residencies.count(one, TODAY, 3)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> story.as(story.actor("stranger"), () -> residencies.strike(one, "误登")))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> story.as(story.actor("stranger"), () -> ledger.residency(one)))
                .isInstanceOf(NotFound.class);
        assertThat(story.ask(story.actor("east-preparer"), () -> ledger.residency(one))
                        .id())
                .isEqualTo(one);
        assertThat(story.in(() -> jdbc.sql("select action from audit_entry where subject_id = :id order by seq")
                        .param("id", one)
                        .query(String.class)
                        .list()))
                .containsExactly("EnterpriseMovedIn");
    }

    @Test
    void what_cannot_be_is_refused_at_its_field() {
        Ledger told = told();
        List<UUID> registered = told.register(3);
        BaseStory story = told.story;
        told.close(registered.get(1), TODAY.minusDays(50));
        UUID one = told.moveIn(0, TODAY.minusDays(20), 4);
        assertReason(() -> told.moveIn(0, TODAY.minusDays(3), null), "movedInOn", "already-in");
        assertReason(() -> told.moveIn(0, TODAY.minusDays(90), null), "movedInOn", "already-in");
        assertReason(() -> told.moveIn(2, TODAY.plusDays(1), null), "movedInOn", "future");
        assertReason(() -> told.moveIn(2, LocalDate.of(2015, 2, 28), null), "movedInOn", "before-founding");
        assertReason(() -> told.moveIn(1, TODAY.minusDays(50), null), "movedInOn", "refused.closed");
        assertReason(() -> told.moveIn(77, TODAY, null), "creditCode", "unknown");
        assertReason(() -> told.moveIn(2, TODAY, 1_000_001), "people", "refused.people");
        assertReason(() -> told.end(one, TODAY.minusDays(20), ResidencyEnding.LEFT), "endedOn", "before-moving-in");
        assertReason(() -> told.end(one, TODAY.plusDays(1), ResidencyEnding.LEFT), "endedOn", "future");
        assertReason(
                () -> story.as(story.actor("operator"), () -> residencies.count(one, TODAY.minusDays(21), 3)),
                "asOf",
                "not-in-residence");
        assertReason(
                () -> story.as(
                        story.actor("operator"),
                        () -> residencies.moveIn(story.base, Ledger.code(2), TODAY, BigDecimal.ZERO, null)),
                "area",
                "refused.area");
        told.end(one, TODAY.minusDays(5), ResidencyEnding.GRADUATED);
        assertThatThrownBy(() -> told.end(one, TODAY.minusDays(4), ResidencyEnding.LEFT))
                .isInstanceOf(RuleRefused.class);
        assertThat(told.moveIn(0, TODAY.minusDays(5), null))
                .as("back on the very day")
                .isNotNull();
    }

    private static void assertReason(Runnable act, String field, String key) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        RuleRefused.class,
                        refused -> assertThat(refused.reasons()).anySatisfy(reason -> {
                            assertThat(reason.field()).isEqualTo(field);
                            assertThat(reason.key()).contains(key);
                        }));
    }

    @Test
    void a_correction_needs_its_reason_and_the_trail_keeps_both() {
        Ledger told = told();
        told.register(1);
        BaseStory story = told.story;
        UUID one = told.moveIn(0, TODAY.minusDays(20), 4);
        told.end(one, TODAY.minusDays(5), ResidencyEnding.LEFT);
        var right = new ResidencyTerms(TODAY.minusDays(30), BigDecimal.TEN, null, null, "");
        int version =
                story.ask(story.actor("operator"), () -> ledger.residency(one)).version();
        assertReason(
                () -> story.as(story.actor("operator"), () -> residencies.correct(one, version, right, "")),
                "correction",
                "reason");
        story.as(story.actor("operator"), () -> residencies.correct(one, version, right, "合同日期看错"));
        ResidencyView corrected = story.ask(story.actor("operator"), () -> ledger.residency(one));
        assertThat(corrected.terms()).isEqualTo(right);
        assertThat(corrected.correction()).isEqualTo("合同日期看错");
        assertThatThrownBy(
                        () -> story.as(story.actor("operator"), () -> residencies.correct(one, version, right, "再改一次")))
                .isInstanceOf(RuleRefused.class);
        String body = story.in(
                () -> jdbc.sql("select body from audit_entry where subject_id = :id and action = 'ResidencyCorrected'")
                        .param("id", one)
                        .query(String.class)
                        .single());
        assertThat(body)
                .contains(TODAY.minusDays(30).toString(), TODAY.minusDays(20).toString(), "合同日期看错");
        story.as(story.actor(Role.PLANNER), () -> residencies.strike(one, "重复登记"));
        assertThat(count(story, story.base, TODAY, TODAY).isKept()).isFalse();
        assertThatThrownBy(() -> story.as(story.actor("operator"), () -> residencies.count(one, TODAY, 1)))
                .isInstanceOf(RuleRefused.class);
        assertThat(told.moveIn(0, TODAY.minusDays(25), null)).isNotNull();
    }

    @Test
    void the_database_itself_refuses_two_stays_at_a_time_and_a_change_without_a_reason() {
        Ledger told = told();
        told.register(2);
        BaseStory story = told.story;
        UUID one = told.moveIn(0, TODAY.minusDays(200), 4);
        told.end(one, TODAY.minusDays(100), ResidencyEnding.LEFT);
        UUID two = told.moveIn(1, TODAY.minusDays(200), 4);
        String again =
                "insert into residency select city_id, gen_random_uuid(), 0, base_id, enterprise_id, %s, null, null, null, '',"
                        + " recorded_by, recorded_at, null, null, '', null, null, false from residency where id = '"
                        + one
                        + "'";
        refused(story, "one_residency_at_a_time", again.formatted("ended_on - 1"));
        refused(story, "one_residency_at_a_time", again.formatted("moved_in_on - 900"));
        assertThat(story.in(() -> jdbc.sql(again.formatted("ended_on")).update()))
                .as("back on the day of leaving is no overlap")
                .isOne();
        String change = "update residency set %s where id = '" + two + "'";
        refused(story, "corrected with a reason", change.formatted("moved_in_on = moved_in_on + 1"));
        refused(story, "corrected with a reason", change.formatted("area_m2 = 1"));
        refused(story, "corrected with a reason", change.formatted("struck = true"));
        refused(story, "residency_end_is_whole", change.formatted("ended_on = moved_in_on + 1, end_reason = 'x'"));
        refused(story, "permission denied", change.formatted("enterprise_id = enterprise_id"));
        refused(story, "permission denied", "delete from residency where id = '" + two + "'");
        refused(
                story,
                "corrected with a reason",
                "update residency set ended_on = ended_on + 1 where id = '" + one + "'");
        refused(story, "permission denied", "update headcount set as_of = as_of where residency_id = '" + two + "'");
        refused(
                story,
                "headcount_of_a_day",
                "insert into headcount select city_id, gen_random_uuid(), 0, residency_id, as_of, 7, recorded_by, recorded_at"
                        + " from headcount where residency_id = '" + two + "'");
        story.as(story.actor("operator"), () -> residencies.strike(two, "误登"));
        refused(story, "stays as it is", change.formatted("struck = false, corrected_at = now()"));
    }

    @Test
    void who_is_in_two_bases_or_no_longer_registered_is_flagged() {
        Ledger told = told();
        List<UUID> registered = told.register(3);
        BaseStory story = told.story;
        UUID west = story.register("西园", BaseNumbers.NONE);
        told.moveIn(0, TODAY.minusDays(60), 3);
        UUID left = told.moveIn(1, TODAY.minusDays(60), 3);
        told.moveIn(2, TODAY.minusDays(60), 3);
        told.moveIn(story.actor(Role.PLANNER), west, 0, TODAY.minusDays(30), 4);
        told.end(left, TODAY.minusDays(30), ResidencyEnding.LEFT);
        told.moveIn(story.actor(Role.PLANNER), west, 1, TODAY.minusDays(30), 4);
        told.close(registered.get(2), TODAY.minusDays(10));
        ResidencyLedger.Doubtful doubtful =
                story.ask(story.actor(Role.PLANNER), () -> ledger.doubtful(bases.list(BaseFilter.ALL), TODAY));
        assertThat(doubtful.doubled())
                .as("who changed the base on a day is in one only")
                .extracting(Resident::enterpriseId)
                .containsExactly(registered.get(0), registered.get(0));
        assertThat(doubtful.closed()).extracting(Resident::enterpriseId).containsExactly(registered.get(2));
        Document page = pages.open(story.city, story.actor(Role.PLANNER), "/residencies/doubtful");
        assertThat(page.select("section[aria-labelledby=doubled] tbody").text()).contains(Ledger.name(0), "东园", "西园");
        assertThat(page.select("section[aria-labelledby=closed] tbody").text())
                .contains(Ledger.name(2), "注销", TODAY.minusDays(10).toString());
        assertThat(pages.open(story.city, story.actor("operator"), "/bases/" + story.base)
                        .text())
                .contains("1 户同时入驻其他载体，1 户已吊销或注销");
    }

    @Test
    void pages_let_in_count_and_hand_out_the_ledger() {
        Ledger told = told();
        told.register(2);
        BaseStory story = told.story;
        var operator = story.actor("operator");
        String residents = "/bases/" + story.base + "/residents";
        assertThat(pages.open(story.city, operator, "/bases/" + story.base).text())
                .contains("尚未登记入驻企业");
        Document found = pages.open(story.city, operator, residents + "/new?words=" + "LEDG".toLowerCase());
        assertThat(found.text()).contains("没有查到");
        Document search = pages.open(
                story.city, operator, residents + "/new?words=" + Ledger.code(0).substring(0, 12));
        assertThat(search.select("tbody th").eachText()).containsExactly(Ledger.name(0), Ledger.name(1));
        Document chosen = pages.open(
                story.city,
                operator,
                search.select("tbody a")
                        .first()
                        .attr("href")
                        .substring(story.city.code().length() + 1));
        assertThat(chosen.select("#creditCode").val()).isEqualTo(Ledger.code(0));
        Document wrong = pages.press(
                story.city,
                operator,
                residents + "/new",
                residents,
                "creditCode",
                "91x",
                "movedInOn",
                "昨天",
                "area",
                "大",
                "people",
                "3.5");
        assertThat(Pages.refusals(wrong)).contains("入驻日期须为日期", "租用面积须为数字", "就业人数须为整数");
        assertThat(wrong.select("#area").val()).isEqualTo("大");
        Document in = pages.press(
                story.city,
                operator,
                residents + "/new",
                residents,
                "creditCode",
                Ledger.code(0).toLowerCase() + " ",
                "movedInOn",
                TODAY.minusDays(9).toString(),
                "area",
                "300.5",
                "people",
                "12");
        assertThat(in.text()).contains("企业已登记入驻", Ledger.name(0), "300.5", "12");
        String one =
                in.select("tbody th a").attr("href").substring(story.city.code().length() + 1);
        Document counted =
                pages.press(story.city, operator, one, one + "/headcounts", "asOf", TODAY.toString(), "people", "788");
        assertThat(counted.text()).contains("就业人数已保存").contains("788");
        Document ended = pages.press(
                story.city,
                operator,
                one,
                one + "/end",
                "ending",
                "GRADUATED",
                "endedOn",
                TODAY.toString(),
                "endReason",
                "迁入自有厂房");
        assertThat(ended.text()).contains("毕业或离开已登记", "迁入自有厂房");
        assertThat(ended.select("form[action$=/end]")).isEmpty();
        assertThat(pages.open(story.city, operator, residents).select("tbody").text())
                .contains("没有符合条件的企业");
        assertThat(pages.open(story.city, operator, residents + "?state=GRADUATED")
                        .select("tbody")
                        .text())
                .contains(Ledger.name(0), "毕业（" + TODAY);
        assertThat(pages.open(story.city, operator, residents + "?on=" + TODAY.minusDays(1))
                        .select("tbody")
                        .text())
                .contains("12")
                .doesNotContain("788");
        String file = Pages.text(pages.send(
                story.city, story.actor(Role.AUDITOR), HttpMethod.POST, residents + "/export", "state", "ALL"));
        assertThat(file.lines()).hasSize(2);
        assertThat(file).contains(Ledger.code(0), "毕业", "300.5");
        assertThat(story.in(() -> jdbc.sql(
                                "select count(*) from audit_entry where subject_id = :base and action = 'ResidentsExported'")
                        .param("base", story.base)
                        .query(Integer.class)
                        .single()))
                .isOne();
    }

    @Test
    void the_keeper_hands_in_files_of_the_base_and_whoever_sees_it_opens_them() {
        Ledger told = told();
        BaseStory story = told.story;
        UUID file =
                story.ask(story.actor("operator"), () -> files.handIn(story.base, "租赁合同.png", SampleFiles.picture()));
        String address = "/bases/" + story.base + "/attachments";
        assertThat(pages.open(story.city, story.actor("east-preparer"), "/bases/" + story.base)
                        .select("#files")
                        .parents()
                        .text())
                .contains("租赁合同.png");
        assertThat(pages.send(story.city, story.actor(Role.AUDITOR), HttpMethod.GET, address + "/" + file)
                        .getStatus())
                .isEqualTo(200);
        assertThat(pages.send(story.city, story.actor("stranger"), HttpMethod.GET, address + "/" + file)
                        .getStatus())
                .isEqualTo(404);
        assertThat(pages.send(
                                story.city,
                                story.actor("stranger"),
                                HttpMethod.POST,
                                address + "/" + file + "/withdrawal")
                        .getStatus())
                .isEqualTo(404);
        assertThat(pages.send(
                                story.city,
                                story.actor("east-preparer"),
                                HttpMethod.POST,
                                address + "/" + file + "/withdrawal")
                        .getStatus())
                .isEqualTo(403);
        assertThatThrownBy(() -> story.as(story.actor(Role.AUDITOR), () -> files.withdraw(story.base, file)))
                .isInstanceOf(AccessDeniedException.class);
        refused(
                story,
                "there is no such base",
                "insert into attachment select city_id, gen_random_uuid(), 0, owner_kind, gen_random_uuid(), file_name, kind, size,"
                        + " sha256, wrapped_key, scan, handed_in_by, handed_in_at, null, null from attachment where id = '"
                        + file + "'");
        story.as(story.actor(Role.CASE_OFFICER), () -> files.withdraw(story.base, file));
        assertThat(pages.open(story.city, story.actor("operator"), address).text())
                .contains("已撤");
    }

    @Test
    void a_promise_stands_beside_the_ledger_and_what_was_typed_never_replaces_it() {
        Ledger told = told();
        told.register(2);
        BaseStory story = told.story;
        int year = TODAY.getYear();
        for (ResultNature nature : ResultNature.values()) {
            story.as(
                    story.actor(Role.PLANNER),
                    () -> results.record(
                            story.base,
                            new NewResult(
                                    nature,
                                    ResultTopic.ENTERPRISES,
                                    year,
                                    Precision.EXACT,
                                    BigDecimal.valueOf(nature == ResultNature.PROMISED ? 2 : 9),
                                    Source.NONE)));
        }
        String row = "section[aria-labelledby=results] tbody tr";
        Document typedOnly = pages.open(story.city, story.actor(Role.PLANNER), "/bases/" + story.base);
        assertThat(typedOnly.select(row).text()).contains("2 户", "9 户", "已兑现").doesNotContain("台账相差");
        told.moveIn(0, TODAY.minusDays(3), 7);
        Document counted = pages.open(story.city, story.actor(Role.PLANNER), "/bases/" + story.base);
        assertThat(counted.select(row).text())
                .contains("2 户", "1 户", "9 户", "与台账相差 +8 户", "个百分点")
                .doesNotContain("已兑现");
    }

    @Test
    void the_demonstration_has_residents_and_the_closed_ones_among_them() {
        City luqiao = list.byCode("luqiao").orElseThrow();
        var operator = cities.in(luqiao, () -> accounts.actorOf("luqiao-base-operator"));
        String base = pages.open(luqiao, operator, "/bases")
                .select("tbody th a")
                .attr("href")
                .substring(7);
        Document residents = pages.open(luqiao, operator, base + "/residents");
        assertThat(residents.select(".tile").text()).contains("46", "355", "5");
        assertThat(residents.select(".state-attention")).isNotEmpty();
        assertThat(pages.open(luqiao, operator, "/residencies/doubtful")
                        .select("section[aria-labelledby=closed] tbody th a"))
                .isNotEmpty();
    }
}
