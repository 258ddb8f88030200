package fledge.programme.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fledge.identity.AccountService;
import fledge.identity.UnitService;
import fledge.kernel.Measure;
import fledge.programme.AnnouncementService;
import fledge.programme.Base;
import fledge.programme.Bilingual;
import fledge.programme.NewPrintedActual;
import fledge.programme.NewTarget;
import fledge.programme.PeriodKind;
import fledge.programme.PrintedActualService;
import fledge.programme.ProgrammeService;
import fledge.programme.ProgrammeStory;
import fledge.programme.Source;
import fledge.programme.TargetService;
import fledge.programme.rules.Comparison;
import fledge.programme.rules.Operator;
import fledge.support.Cities;
import fledge.support.PortalTest;
import fledge.support.SignedInAs;
import fledge.support.StatementCount;
import jakarta.servlet.http.Cookie;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@PortalTest
class ProgrammePagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    SignedInAs signedInAs;

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
    PrintedActualService actuals;

    @Autowired
    AnnouncementService announcements;

    ProgrammeStory story;
    UUID programme;
    UUID revenue;
    UUID counted;

    @BeforeEach
    void found() {
        story = new ProgrammeStory(cities, units, accounts, programmes, targets);
        programme = story.printed("jm", 2015, 2017, 2014);
        revenue = story.add(
                programme,
                story.indicator(
                        "revenue",
                        Comparison.GROWTH_VS_BASE_YEAR,
                        Measure.PERCENT,
                        Measure.CNY_YI,
                        ProgrammeStory.base(2014, "2644.08"),
                        story.districts));
        story.target(revenue, "55", 2017);
        counted = story.counted(programme, "new");
        story.target(counted, "600", 2017);
    }

    @Test
    void the_list_and_the_programme_show_period_targets_bases_and_lead_units() throws Exception {
        assertThat(text("planner", "/programmes")).contains("雏鹰计划", "2015—2017 年", "编制中");
        Document show = page("decider", "/programmes/" + programme);
        assertThat(show.select("h1").text()).isEqualTo("雏鹰计划");
        assertThat(show.select("main").text())
                .contains("不低于 55 %", "2014 年：2,644.08 亿元", "单位east", "启动阶段", "实施意见", "不低于 600 个")
                .doesNotContain("发布计划");
    }

    @Test
    void A01_an_indicator_shows_its_absolute_target_and_increment() throws Exception {
        assertThat(text("planner", "/indicators/" + revenue))
                .contains("4,098.324 亿元", "1,454.244 亿元", "单位east 牵头", "营业收入增长55%以上")
                .doesNotContain("示例", "未设目标", "无法计算");
    }

    @Test
    void what_is_missing_is_said_to_be_and_is_no_zero() throws Exception {
        UUID patents = story.add(
                programme,
                story.indicator(
                        "patents",
                        Comparison.GROWTH_VS_BASE_YEAR,
                        Measure.PERCENT,
                        Measure.COUNT,
                        Base.missing(2014, "原文未载明授权数")));
        story.set(patents, NewTarget.missing(2017, Operator.AT_LEAST, "图片 2.jpg"));
        assertThat(text("planner", "/indicators/" + patents))
                .contains("无法计算：缺少基期值", "目标值无法取得（图片 2.jpg）", "缺失：原文未载明授权数", "缺失：图片 2.jpg");
        assertThat(text("planner", "/programmes/" + programme)).contains("缺失：图片 2.jpg", "缺失：原文未载明授权数");
    }

    @Test
    void every_page_is_complete_in_english() throws Exception {
        assertThat(text("planner", "/programmes/" + programme + "?lang=en"))
                .contains("Fledgling Eagle Programme", "at least 55 %", "Lead unit");
        for (String path : List.of(
                "/programmes",
                "/indicators/" + revenue,
                "/programmes/new",
                "/programmes/" + programme + "/indicators/new",
                "/indicators/" + revenue + "/edit",
                "/indicators/" + revenue + "/targets",
                "/announcements/new",
                "/announcements",
                "/programmes/" + programme + "/actuals")) {
            assertThat(text("planner", path + "?lang=en")).as(path).isNotBlank().doesNotContain("??");
            assertThat(text("planner", path)).as(path).isNotBlank().doesNotContain("??");
        }
    }

    @Test
    void printed_figures_stand_with_their_printed_period_beside_the_inferred_year() throws Exception {
        cities.in(
                story.city,
                () -> actuals.record(
                        programme,
                        new NewPrintedActual(
                                null,
                                new Bilingual("资金", "Funds"),
                                new Bilingual("实际支出", "Spent"),
                                Operator.EXACTLY,
                                Measure.CNY_WAN.toBase(new BigDecimal("67893.05")),
                                Measure.CNY_WAN,
                                null,
                                "2023年（年末数）",
                                2016,
                                PeriodKind.YEAR_END,
                                new BigDecimal("64.74"),
                                null,
                                new Source("报告", 60, "实际支出67893.05万元"))));
        assertThat(text("planner", "/programmes/" + programme + "/actuals"))
                .contains("67,893.05 万元", "2023年（年末数）", "2016 年（推定）", "64.74 %", "实际支出67893.05万元");
    }

    @Test
    void A08_an_indicator_with_no_base_comes_back_as_typed_with_the_reason_at_its_field() throws Exception {
        Document answer = refused(
                "planner",
                post(path("/programmes/" + programme + "/indicators"))
                        .param("code", "patents")
                        .param("groupZh", "创新")
                        .param("nameZh", "专利授权数增长")
                        .param("comparison", "GROWTH_VS_BASE_YEAR")
                        .param("direction", "HIGHER")
                        .param("measure", "PERCENT")
                        .param("valueMeasure", "COUNT")
                        .param("baselineYear", "２０１４")
                        .param("baselineValue", "0")
                        .param("baselineQuality", "PRINTED")
                        .param("mayFall", "true")
                        .param("responsibleUnit1", story.districts.getFirst().toString()),
                "/programmes/" + programme + "/indicators/new");
        assertThat(answer.select("#baselineValue-error").text()).contains("基期值须大于零");
        assertThat(answer.select("#baselineValue").val()).isEqualTo("0");
        assertThat(answer.select("#nameZh").val()).isEqualTo("专利授权数增长");
        assertThat(answer.select("#comparison option[selected]").val()).isEqualTo("GROWTH_VS_BASE_YEAR");
        assertThat(answer.select(".error-summary a").attr("href")).isEqualTo("#baselineValue");
    }

    @Test
    void nonsense_in_every_field_is_refused_with_a_sentence_for_each() throws Exception {
        Document answer = refused(
                "planner",
                post(path("/programmes/" + programme + "/indicators"))
                        .param("comparison", "NO_SUCH")
                        .param("lowerBound", "about ten")
                        .param("sourceLine", "-3")
                        .param("yellowFrom", "1e400")
                        .param("responsibleUnit1", "nobody"),
                "/programmes/" + programme + "/indicators/new");
        for (String field : List.of("comparison", "lowerBound", "sourceLine", "yellowFrom", "measure", "direction")) {
            assertThat(answer.select("#" + field + "-error").text()).as(field).isNotBlank();
        }
        assertThat(answer.select("#responsibleUnits .field-error").text()).contains("请选择责任单位");
        assertThat(answer.select("#lowerBound").val()).isEqualTo("about ten");
    }

    @Test
    void a_planner_adds_an_indicator_changes_it_and_sets_its_target() throws Exception {
        MockHttpServletResponse added = send(
                "planner",
                post(path("/programmes/" + programme + "/indicators"))
                        .param("code", "loans")
                        .param("groupZh", "金融")
                        .param("nameZh", "新增贷款")
                        .param("comparison", "CUMULATIVE_AMOUNT")
                        .param("direction", "HIGHER")
                        .param("measure", "CNY_YI")
                        .param("valueMeasure", "CNY_YI")
                        .param("mayFall", "true")
                        .param("responsibleUnit1", story.districts.getLast().toString())
                        .param("responsibleUnit2", story.districts.getFirst().toString()));
        assertThat(added.getStatus()).isEqualTo(302);
        UUID loans = cities.in(story.city, () -> programmes.indicators(programme))
                .getLast()
                .id();
        assertThat(story.read(loans).responsibleUnits())
                .containsExactly(story.districts.getLast(), story.districts.getFirst());
        send(
                "planner",
                post(path("/indicators/" + loans + "/targets"))
                        .param("year", "2017")
                        .param("operator", "AT_LEAST")
                        .param("value", "１，２３０．５")
                        .param("status", "PRINTED")
                        .param("finalTarget", "true"));
        assertThat(story.read(loans).finalTarget().orElseThrow().value()).isEqualByComparingTo("123050000000");
        Document edit = page("planner", "/indicators/" + loans + "/edit");
        var revision = post(path("/indicators/" + loans));
        edit.select("main form input[name], main form textarea[name]").stream()
                .filter(field -> !field.attr("name").equals("nameEn"))
                .forEach(field -> revision.param(field.attr("name"), field.val()));
        edit.select("main form select[name]")
                .forEach(field -> revision.param(
                        field.attr("name"), field.select("option[selected]").val()));
        revision.param("nameEn", "New loans");
        assertThat(send("planner", revision).getRedirectedUrl()).isEqualTo(path("/indicators/" + loans));
        assertThat(story.read(loans).nameEn()).isEqualTo("New loans");
        assertThat(story.read(loans).responsibleUnits()).hasSize(2);
        assertThat(text("planner", "/indicators/" + loans)).contains("不低于 1,230.5 亿元");
        assertThat(send("planner", revision).getStatus()).isEqualTo(409);
    }

    @Test
    void notices_are_read_by_everybody_and_a_withdrawn_one_only_by_the_planner() throws Exception {
        send(
                "planner",
                post(path("/announcements")).param("titleZh", "关于报送数据的通知").param("bodyZh", "请按时报送。"));
        assertThat(answer(get(path("/announcements"))).getContentAsString()).contains("关于报送数据的通知");
        UUID id =
                cities.in(story.city, () -> announcements.inForce(5)).getFirst().id();
        String notice = "/announcements/" + id;
        assertThat(answer(get(path(notice))).getContentAsString()).contains("请按时报送。");
        assertThat(send("decider", post(path(notice + "/withdrawal")).param("reason", "有误"))
                        .getStatus())
                .isEqualTo(403);
        send("planner", post(path(notice + "/withdrawal")).param("reason", "内容有误"));
        assertThat(answer(get(path(notice))).getStatus()).isEqualTo(404);
        assertThat(text("planner", notice)).contains("内容有误");
    }

    @Test
    void what_is_no_id_or_another_citys_is_not_found() throws Exception {
        assertThat(send("planner", get(path("/indicators/nonsense"))).getStatus())
                .isEqualTo(404);
        var other = new ProgrammeStory(cities, units, accounts, programmes, targets);
        UUID theirs = other.printed("theirs", 2015, 2017, 2014);
        assertThat(send("planner", get(path("/programmes/" + theirs))).getStatus())
                .isEqualTo(404);
        assertThat(send("planner", get(path("/programmes/" + theirs + "/indicators/new")))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void a_page_takes_the_same_few_statements_however_much_it_shows() throws Exception {
        page("planner", "/programmes/" + programme); // what a node keeps for seconds is fresh
        long few = statements("/programmes/" + programme);
        for (int i = 0; i < 10; i++) {
            story.target(story.counted(programme, "more-" + i), "10", 2017);
        }
        assertThat(statements("/programmes/" + programme)).isEqualTo(few).isLessThanOrEqualTo(12);
        assertThat(statements("/indicators/" + counted)).isLessThanOrEqualTo(12);
    }

    private long statements(String path) throws Exception {
        return StatementCount.during(() -> page("planner", path)).statements().size();
    }

    private String path(String path) {
        return "/" + story.city.code() + path;
    }

    private String text(String login, String path) throws Exception {
        return page(login, path).select("main").text();
    }

    private Document page(String login, String path) throws Exception {
        MockHttpServletResponse answer = send(login, get(URI.create(path(path))));
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString());
    }

    private Document refused(String login, MockHttpServletRequestBuilder request, String form) throws Exception {
        MockHttpServletResponse answer = send(login, request.header("Referer", "http://localhost" + path(form)));
        assertThat(answer.getRedirectedUrl()).isEqualTo(path(form));
        Cookie session = answer.getCookie("FLEDGE");
        var again = get(path(form));
        return Jsoup.parse(
                send(login, session == null ? again : again.cookie(session)).getContentAsString());
    }

    private MockHttpServletResponse send(String login, MockHttpServletRequestBuilder request) throws Exception {
        return answer(request.with(signedInAs.account(story.city, login)).with(csrf()));
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn().getResponse();
    }
}
