package fledge.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.access.Role;
import fledge.identity.AccountService;
import fledge.kernel.Month;
import fledge.kernel.RuleRefused;
import fledge.support.Cities;
import fledge.support.Pages;
import fledge.support.PortalTest;
import fledge.support.Staff;
import fledge.tenancy.City;
import fledge.tenancy.CityService;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** The register of bases: who sees what of it, and that a number over which documents disagree counts nowhere until settled. */
@PortalTest
class BaseRegisterTest {

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
    ClashService clashes;

    @Autowired
    ResultService results;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private BaseStory story() {
        return new BaseStory(cities, staff, accounts, bases);
    }

    private UUID contradict(BaseStory story) {
        return story.ask(
                story.actor(Role.PLANNER),
                () -> clashes.contradict(
                        story.base,
                        BaseField.INVESTMENT_TOTAL,
                        new NewSide(new BigDecimal("240000000"), "另一处", Source.NONE)));
    }

    private UUID side(BaseStory story, UUID clash, int at) {
        return story.ask(story.actor(Role.PLANNER), () -> clashes.clash(clash))
                .sides()
                .get(at)
                .id();
    }

    private BigDecimal total(BaseStory story) {
        return story.ask(story.actor(Role.PLANNER), () -> bases.base(story.base))
                .entry()
                .numbers()
                .investmentTotal();
    }

    private void refused(BaseStory story, String words, String sql) {
        assertThatThrownBy(() -> story.in(() -> jdbc.sql(sql).update()))
                .as(sql)
                .rootCause()
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(words);
    }

    @Test
    void an_operator_and_the_district_see_their_own_base_and_nobody_else_of_one_unit_does() {
        BaseStory story = story();
        for (String login : List.of("operator", "east-preparer", "planner", "auditor")) {
            assertThat(story.ask(story.actor(login), () -> bases.list(BaseFilter.ALL)))
                    .as(login)
                    .extracting(BaseView::id)
                    .containsExactly(story.base);
            assertThat(story.ask(story.actor(login), () -> bases.base(story.base))
                            .id())
                    .isEqualTo(story.base);
        }
        for (String login : List.of("stranger", "west-preparer")) {
            assertThat(story.ask(story.actor(login), () -> bases.list(BaseFilter.ALL)))
                    .as(login)
                    .isEmpty();
            assertThatThrownBy(() -> story.as(story.actor(login), () -> bases.base(story.base)))
                    .isInstanceOf(NotFound.class);
        }
        assertThatThrownBy(() -> story.as(story.actor(Role.CITY_ADMIN), () -> bases.list(BaseFilter.ALL)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() ->
                        story.as(story.actor("operator"), () -> bases.register(story.entry("自己的", BaseNumbers.NONE))))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void a_number_that_documents_contradict_counts_nowhere_until_somebody_settles_it_once_with_a_reason() {
        BaseStory story = story();
        assertThat(total(story)).isEqualByComparingTo("200000000");
        UUID clash = contradict(story);
        assertThat(total(story)).isNull();
        Actor planner = story.actor(Role.PLANNER);
        UUID first = side(story, clash, 0);
        UUID second = side(story, clash, 1);
        assertThatThrownBy(() -> story.as(planner, () -> clashes.settle(clash, second, "")))
                .isInstanceOf(RuleRefused.class);
        assertThatThrownBy(() -> story.as(planner, () -> clashes.settle(clash, UUID.randomUUID(), "依据")))
                .isInstanceOf(RuleRefused.class);
        assertThatThrownBy(() -> story.as(story.actor("operator"), () -> clashes.settle(clash, second, "依据")))
                .isInstanceOf(AccessDeniedException.class);
        story.as(planner, () -> clashes.settle(clash, second, "以批复为准"));
        assertThat(total(story)).isEqualByComparingTo("240000000");
        ClashView settled = story.ask(planner, () -> clashes.clash(clash));
        assertThat(settled.sides()).hasSize(2);
        assertThat(settled.chosenSideId()).isEqualTo(second);
        assertThat(settled.settledBy()).isEqualTo(planner.personId());
        assertThat(settled.reason()).isEqualTo("以批复为准");
        assertThatThrownBy(() -> story.as(planner, () -> clashes.settle(clash, first, "再改")))
                .isInstanceOf(RuleRefused.class);
        assertThat(story.in(() -> jdbc.sql(
                                "select login from audit_entry where subject_id = :base and action = 'ClashSettled'")
                        .param("base", story.base)
                        .query(String.class)
                        .list()))
                .containsExactly("planner");
    }

    @Test
    void an_edit_cannot_bring_back_a_contradicted_number() {
        BaseStory story = story();
        contradict(story);
        Actor officer = story.actor(Role.CASE_OFFICER);
        int version = story.ask(officer, () -> bases.base(story.base)).version();
        story.as(
                officer,
                () -> bases.revise(
                        story.base, version, story.entry("东园二期", BaseStory.numbers("1", "2", null, "777", null))));
        BaseEntry entry = story.ask(officer, () -> bases.base(story.base)).entry();
        assertThat(entry.nameZh()).isEqualTo("东园二期");
        assertThat(entry.numbers().land()).isEqualByComparingTo("1");
        assertThat(entry.numbers().investmentTotal()).isNull();
        assertThatThrownBy(() -> story.as(
                        officer, () -> bases.revise(story.base, version, story.entry("旧版本", BaseNumbers.NONE))))
                .isInstanceOf(RuleRefused.class);
    }

    @Test
    void the_database_itself_refuses_a_number_that_nobody_chose() {
        BaseStory story = story();
        UUID clash = contradict(story);
        String base = "update base set investment_total_fen = %s where id = '" + story.base + "'";
        refused(story, "nobody chose this value", base.formatted("20000000000"));
        refused(
                story,
                "clash_settled_with_a_reason",
                "update base_clash set chosen_side_id = '%s', settled_by = '%s', settled_at = now() where id = '%s'"
                        .formatted(
                                side(story, clash, 0), story.actor(Role.PLANNER).personId(), clash));
        refused(
                story,
                "nobody chose this value",
                "update base_clash set chosen_side_id = '%s', settled_by = '%s', settled_at = now(), reason = 'x' where id = '%s'"
                        .formatted(
                                side(story, clash, 0), story.actor(Role.PLANNER).personId(), clash));
        refused(story, "permission denied", "update clash_side set value = 1 where clash_id = '" + clash + "'");
        refused(story, "permission denied", "delete from base_clash where id = '" + clash + "'");
        refused(
                story,
                "a clash has two sides",
                "insert into base_clash (city_id, id, version, base_id, field, found_at, reason) values (%d, gen_random_uuid(), 0, '%s', 'FLOOR', now(), '')"
                        .formatted(story.city.id(), story.base));
        story.as(story.actor(Role.PLANNER), () -> clashes.settle(clash, side(story, clash, 1), "以批复为准"));
        refused(story, "nobody chose this value", base.formatted("20000000000"));
        refused(story, "a clash is settled once", "update base_clash set reason = 'y' where id = '" + clash + "'");
    }

    @Test
    void a_newer_result_takes_the_place_of_the_same_and_a_milestone_is_reached_once() {
        BaseStory story = story();
        Actor officer = story.actor(Role.CASE_OFFICER);
        for (String number : List.of("50", "60")) {
            story.as(
                    officer,
                    () -> results.record(
                            story.base,
                            new NewResult(
                                    ResultNature.PROMISED,
                                    ResultTopic.ENTERPRISES,
                                    2026,
                                    Precision.AT_LEAST,
                                    new BigDecimal(number),
                                    Source.NONE)));
        }
        BaseView base = story.ask(officer, () -> bases.base(story.base));
        assertThat(story.ask(officer, () -> results.results(List.of(base))).get(story.base))
                .singleElement()
                .extracting(NewResult::value)
                .isEqualTo(new BigDecimal("60"));
        assertThatThrownBy(() -> story.as(
                        officer,
                        () -> results.record(
                                story.base,
                                new NewResult(
                                        ResultNature.REACHED,
                                        ResultTopic.JOBS,
                                        null,
                                        Precision.EXACT,
                                        new BigDecimal("1.5"),
                                        Source.NONE))))
                .isInstanceOf(RuleRefused.class);
        story.as(officer, () -> results.plan(story.base, "竣工", new Month(2016, 2)));
        UUID milestone =
                story.ask(officer, () -> results.milestones(base)).getFirst().id();
        assertThatThrownBy(() -> story.as(officer, () -> results.reach(story.base, milestone, new Month(2199, 1))))
                .isInstanceOf(RuleRefused.class);
        story.as(officer, () -> results.reach(story.base, milestone, new Month(2016, 3)));
        assertThatThrownBy(() -> story.as(officer, () -> results.reach(story.base, milestone, new Month(2016, 4))))
                .isInstanceOf(RuleRefused.class);
    }

    @Test
    void pages_show_totals_contradictions_and_what_was_typed() {
        BaseStory story = story();
        story.register("西园", BaseStory.numbers(null, "30000", null, "100000000", null));
        Actor planner = story.actor(Role.PLANNER);
        Document before = pages.open(story.city, planner, "/bases");
        assertThat(before.select("tfoot").text()).contains("3.00").contains("8.00");
        UUID clash = contradict(story);
        Document after = pages.open(story.city, planner, "/bases");
        assertThat(after.select("tfoot").text()).contains("1.00").contains("2 个中 1 个有数据");
        assertThat(after.text()).contains("有 1 项数值在文件中前后不一致").contains("数值有矛盾，待核定");
        Document refused = pages.press(
                story.city,
                planner,
                "/base-clashes/" + clash,
                "/base-clashes/" + clash + "/settlement",
                "side",
                side(story, clash, 1).toString(),
                "reason",
                " ");
        assertThat(Pages.refusals(refused)).isEqualTo("填写核定依据");
        Document settled = pages.press(
                story.city,
                planner,
                "/base-clashes/" + clash,
                "/base-clashes/" + clash + "/settlement",
                "side",
                side(story, clash, 1).toString(),
                "reason",
                "以批复为准");
        assertThat(settled.text())
                .contains("已核定")
                .contains("以批复为准")
                .contains("2.40 亿元")
                .contains("2.00 亿元");
        Document map = pages.open(story.city, planner, "/bases/map");
        assertThat(map.select("svg a").text()).contains("2");
        Document side =
                pages.open(story.city, planner, "/bases/comparison?base=" + story.base + "&base=" + UUID.randomUUID());
        assertThat(side.text()).contains("请选择 2 至 4 个载体");
        String file = Pages.text(pages.send(story.city, planner, HttpMethod.POST, "/bases/export", "words", "西"));
        assertThat(file.lines()).hasSize(2);
        assertThat(file).startsWith("\ufeff").contains("\"西园\"").doesNotContain("\"东园\"");
    }

    @Test
    void the_demonstration_has_the_printed_contradictions_of_jiangmen_open() {
        City jiangmen = list.byCode("jiangmen").orElseThrow();
        Actor planner = cities.in(jiangmen, () -> accounts.actorOf("jiangmen-planner"));
        Document page = pages.open(jiangmen, planner, "/base-clashes");
        assertThat(page.text())
                .contains("台山工业新城小微企业创业创新基地")
                .contains("2.173 亿元")
                .contains("已完成0.53亿元，今后三年再投1.64亿元")
                .contains("珠西（摩根）创新中心")
                .contains("10.00 亿元")
                .contains("12.00 亿元");
    }

    @Test
    void luqiao_says_what_its_document_wants_instead_of_naming_bases() {
        City luqiao = list.byCode("luqiao").orElseThrow();
        Actor operator = cities.in(luqiao, () -> accounts.actorOf("luqiao-base-operator"));
        Document page = pages.open(luqiao, operator, "/bases");
        assertThat(page.text()).contains("没有点名具体载体").contains("新增小微企业园（基地）").contains("超过 40 万平方米");
        assertThat(page.select("tbody th a").eachText()).containsExactly("路桥螺洋小微企业园（示例）");
    }
}
