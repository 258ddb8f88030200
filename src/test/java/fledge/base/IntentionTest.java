package fledge.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fledge.access.Actor;
import fledge.access.Role;
import fledge.identity.AccountService;
import fledge.kernel.Measure;
import fledge.kernel.RuleRefused;
import fledge.support.Cities;
import fledge.support.Pages;
import fledge.support.PortalTest;
import fledge.support.Race;
import fledge.support.Staff;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** What documents want of bases, as officers write it down, put it right and withdraw it. */
@PortalTest
class IntentionTest {

    private static final String NAME = "市级基地升级为省级基地";
    private static final String LIST = "/base-intentions";
    private static final String NEW = LIST + "/new";

    @Autowired
    Cities cities;

    @Autowired
    Staff staff;

    @Autowired
    AccountService accounts;

    @Autowired
    BaseService bases;

    @Autowired
    IntentionService intentions;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private BaseStory story;
    private Actor officer;

    @BeforeEach
    void tell() {
        story = new BaseStory(cities, staff, accounts, bases);
        officer = story.actor(Role.CASE_OFFICER);
    }

    /** A whole form, with some fields as told. */
    private Document send(String page, String button, String... changed) {
        var form = new LinkedHashMap<>(Map.of(
                "nameZh", NAME,
                "precision", "AT_LEAST",
                "value", "15",
                "measure", "COUNT",
                "document", "三年行动计划",
                "line", "77",
                "counted", "UPGRADED_TO_PROVINCIAL"));
        for (int at = 0; at < changed.length; at += 2) {
            form.put(changed[at], changed[at + 1]);
        }
        String[] fields = form.entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
        return pages.press(story.city, officer, page, button, fields);
    }

    private UUID recorded() {
        send(NEW, LIST);
        return story.ask(officer, intentions::all).getLast().id();
    }

    private IntentionView view(UUID id) {
        return story.ask(officer, () -> intentions.intention(id));
    }

    private static Element row(Document page) {
        return page.expectFirst("section[aria-labelledby=wishes] tbody tr");
    }

    @Test
    void a_wish_is_recorded_with_its_source_and_held_against_the_recognitions_from_then_on() {
        assertThat(pages.open(story.city, officer, LIST).text()).contains("尚未登记文件要求");
        String year = Integer.toString(LocalDate.now().getYear());
        Document list = send(NEW, LIST, "fromYear", year, "toYear", year, "quote", "争取升级");
        assertThat(list.text()).contains("文件要求已登记。");
        assertThat(row(list).text()).contains(NAME, "15 个以上", year + " 年", "由市级升为省级的基地", "《三年行动计划》第 77 行：“争取升级”", "有效");
        assertThat(pages.open(story.city, officer, "/recognitions")
                        .select("section[aria-labelledby=targets] tbody tr")
                        .text())
                .contains(NAME, "15 个以上", year + "-01-01");
        for (String reader : List.of("auditor", "operator", "decider")) {
            Document read = pages.open(story.city, story.actor(reader), LIST);
            assertThat(row(read).text()).as(reader).contains(NAME);
            assertThat(read.select("main a[href*=base-intentions]")).as(reader).isEmpty();
        }
    }

    @Test
    void what_cannot_be_is_said_at_its_field_and_nothing_typed_is_lost() {
        Document page = send(
                NEW,
                LIST,
                "nameZh",
                "",
                "value",
                "十五",
                "upper",
                "x",
                "measure",
                "",
                "fromYear",
                "去年",
                "document",
                " ",
                "line",
                "0");
        assertThat(page.select(".field-error").eachText()).hasSizeGreaterThanOrEqualTo(7);
        assertThat(page.select("#value").val()).isEqualTo("十五");
        assertThat(page.select("#fromYear").val()).isEqualTo("去年");
        assertThat(page.select("#counted option[selected]").val()).isEqualTo("UPGRADED_TO_PROVINCIAL");
        assertThat(Pages.refusals(send(NEW, LIST, "upper", "12"))).contains("上限须大于下限", "表述请选“等于”");
        assertThat(Pages.refusals(send(NEW, LIST, "fromYear", "2020", "toYear", "2018")))
                .contains("截止年份不能早于起始年份");
        assertThat(Pages.refusals(send(NEW, LIST, "measure", "WAN_M2"))).contains("计量单位须为“个”");
        assertThat(Pages.refusals(send(NEW, LIST, "measure", "TEXT", "counted", "")))
                .contains("计量单位请从列表中选择");
        assertThat(Pages.refusals(send(NEW, LIST, "value", "-1"))).contains("数值超出范围");
        assertThat(Pages.refusals(send(NEW, LIST, "nameZh", "字".repeat(101)))).contains("名称不能超过 100 个字");
        assertThat(story.ask(officer, intentions::all)).isEmpty();
        recorded();
        assertThat(Pages.refusals(send(NEW, LIST))).contains("“" + NAME + "”已登记");
    }

    @Test
    void it_is_put_right_with_a_reason_by_whoever_has_seen_the_newest_and_the_trail_keeps_both() {
        UUID id = recorded();
        String page = LIST + "/" + id;
        Document form = pages.open(story.city, officer, page);
        assertThat(form.select("#value").val()).isEqualTo("15");
        assertThat(form.select("#line").val()).isEqualTo("77");
        assertThat(Pages.refusals(send(page, page, "version", "0", "value", "18")))
                .contains("填写理由");
        assertThat(Pages.refusals(send(page, page, "version", "0", "why", "核对原文")))
                .as("nothing is different")
                .contains("内容没有变化");
        Document list =
                send(page, page, "version", "0", "precision", "EXACT", "upper", "20", "why", "原文为“15—20个”，漏录上限");
        assertThat(row(list).text()).contains("15 至 20 个", "有效（已更正）", "漏录上限", "人员case-officer");
        assertThat(Pages.refusals(send(page, page, "version", "0", "value", "30", "why", "又一次更正")))
                .contains("他人已更正该项要求");
        assertThat(view(id).terms().value()).isEqualByComparingTo("15");
        assertThat(cities.in(
                        story.city,
                        () -> jdbc.sql("select body from audit_entry where action = 'IntentionCorrected'")
                                .query(String.class)
                                .list()))
                .singleElement()
                .asString()
                .contains("AT_LEAST", "\"upper\":\"20\"", "漏录上限");
    }

    @Test
    void what_is_withdrawn_stays_to_be_read_counts_nowhere_and_leaves_its_name_to_another() {
        UUID id = recorded();
        String page = LIST + "/" + id;
        assertThat(Pages.refusals(pages.press(story.city, officer, page, page + "/withdrawal", "withdrawal", " ")))
                .contains("填写理由");
        Document list = pages.press(story.city, officer, page, page + "/withdrawal", "withdrawal", "文件已废止");
        assertThat(row(list).text()).contains(NAME, "已撤销", "文件已废止");
        assertThat(row(list).select("a")).isEmpty();
        assertThat(pages.open(story.city, officer, "/recognitions").text()).doesNotContain(NAME);
        assertThat(pages.open(story.city, officer, page).select("main form")).isEmpty();
        assertThatThrownBy(() -> story.as(officer, () -> intentions.withdraw(id, "再撤销一次")))
                .isInstanceOf(RuleRefused.class);
        assertThatThrownBy(
                        () -> story.as(officer, () -> intentions.correct(id, view(id).version(), named("别的"), "改一改")))
                .isInstanceOf(RuleRefused.class)
                .hasMessageContaining("wish-withdrawn");
        assertThat(send(NEW, LIST).text()).contains("文件要求已登记。");
    }

    @Test
    void only_officers_write_it_and_another_citys_is_not_there() {
        UUID id = recorded();
        for (String login : List.of("operator", "auditor", "decider", "reviewer")) {
            Actor reader = story.actor(login);
            assertThatThrownBy(() -> story.as(reader, () -> intentions.withdraw(id, "不要了")))
                    .as(login)
                    .isInstanceOf(AccessDeniedException.class);
            assertThat(pages.send(story.city, reader, HttpMethod.GET, NEW).getStatus())
                    .isEqualTo(403);
        }
        var other = new BaseStory(cities, staff, accounts, bases);
        Actor stranger = other.actor(Role.CASE_OFFICER);
        for (String path : List.of("", "/withdrawal")) {
            HttpMethod method = path.isEmpty() ? HttpMethod.GET : HttpMethod.POST;
            assertThat(pages.send(other.city, stranger, method, LIST + "/" + id + path, "withdrawal", "不要了")
                            .getStatus())
                    .isEqualTo(404);
        }
    }

    @Test
    void of_two_that_take_one_name_at_the_same_moment_one_is_refused_in_words() throws Exception {
        var race = new Race("two wishes of one name");
        for (int round = 1; round <= 6; round++) {
            String name = "要求" + round;
            List<Object> said = race.run(
                    () -> story.ask(officer, () -> intentions.record(named(name))),
                    () -> story.ask(officer, () -> intentions.record(named(name))));
            assertThat(said).filteredOn(UUID.class::isInstance).hasSize(1);
            assertThat(said)
                    .filteredOn(RuleRefused.class::isInstance)
                    .singleElement()
                    .hasToString("fledge.kernel.RuleRefused: base.refused.name-taken");
        }
    }

    private static NewIntention named(String name) {
        return new NewIntention(
                name, "", null, Precision.EXACT, BigDecimal.TEN, null, Measure.COUNT, null, null, Source.NONE);
    }

    @Test
    void the_database_itself_keeps_reasons_names_and_what_was_withdrawn() {
        UUID id = recorded();
        String of = " where id = '" + id + "'";
        refused("intention_withdrawn_with_a_reason", "update base_intention set withdrawn = true" + of);
        refused(
                "intention_changed_with_a_reason",
                "update base_intention set changed_by = (select id from person limit 1), changed_at = now()" + of);
        refused(
                "intention_named_once",
                "insert into base_intention (city_id, id, version, name_zh, name_en, precision, value, measure, document, quote)"
                        + " select city_id, gen_random_uuid(), 0, name_zh, '', precision, 1, measure, document, '' from base_intention"
                        + of);
        refused("permission denied", "update base_intention set city_id = 0" + of);
        refused("permission denied", "delete from base_intention" + of);
        story.as(officer, () -> intentions.withdraw(id, "文件已废止"));
        refused("what was withdrawn is not changed", "update base_intention set value = 1" + of);
    }

    private void refused(String words, String sql) {
        assertThatThrownBy(() -> story.in(() -> jdbc.sql(sql).update()))
                .as(sql)
                .rootCause()
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(words);
    }
}
