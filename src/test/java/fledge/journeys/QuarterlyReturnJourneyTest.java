package fledge.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import fledge.support.PortalTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The main job in two cities at once, by keyboard: a quarter is filled in, signed, accepted, and seen. */
@PortalTest
class QuarterlyReturnJourneyTest {

    private static final String CELLS = "[data-grid] [data-cell][id^=value-]";
    /** How the trail names a cell of a return: indicator and item. */
    private static final Pattern FIGURE = Pattern.compile("\\w\\.(value|numerator|denominator|text|milestone)\\b");

    private static final String EXPLANATION = "统计口径调整，已与统计部门核对";

    @LocalServerPort
    int port;

    /** A return on its way, as somebody would note it down. */
    private record Report(String address, String unit, String quarter, String indicator) {}

    @Test
    void a_quarter_goes_from_the_preparers_keyboard_to_the_citys_progress_in_two_cities_at_once() {
        try (Browsers browsers = Browsers.open();
                Visitor luqiao = new Visitor(browsers.browser(), port, "luqiao");
                Visitor jinan = new Visitor(browsers.browser(), port, "jinan")) {
            List<Visitor> both = List.of(luqiao, jinan);
            both.forEach(QuarterlyReturnJourneyTest::arrive);
            var reports = new ArrayList<Report>();
            both.forEach(visitor -> reports.add(fill(visitor)));
            both.forEach(QuarterlyReturnJourneyTest::checkAndRequest);
            for (int i = 0; i < both.size(); i++) {
                sign(both.get(i), reports.get(i));
            }
            for (int i = 0; i < both.size(); i++) {
                review(both.get(i), reports.get(i));
                watch(both.get(i), reports.get(i));
                audit(both.get(i), reports.get(i));
            }
            isNotThere(luqiao, reports.get(1));
            isNotThere(jinan, reports.get(0));
        }
    }

    private static void arrive(Visitor visitor) {
        visitor.open("/");
        assertThat(visitor.main()).contains("主要目标及进度", "公告");
        visitor.look("front");
        visitor.press(visitor.page().locator("main").getByText("登录"));
        assertThat(visitor.main()).contains("-preparer", "-certifier", "-reviewer", "-auditor");
        visitor.look("sign-in");
        visitor.signIn("preparer");
        assertThat(visitor.main()).contains("待办", "还剩", "本单位负责的目标");
        assertThat(visitor.page().locator(".desk-targets .light").count()).isPositive();
        visitor.look("desk-preparer");
    }

    /** Opens the return from the desk and types every cell; Enter leads from one to the next. */
    private static Report fill(Visitor visitor) {
        visitor.press(
                visitor.page().locator("main a", new Page.LocatorOptions().setHasText(Pattern.compile("^(填报|修改退回)"))));
        assertThat(visitor.path()).endsWith("/form");
        Locator cells = visitor.page().locator(CELLS);
        int count = cells.count();
        assertThat(count).isPositive();
        int highest = highest(cells);
        visitor.tabTo(cells.first());
        for (int i = 0; i < count; i++) {
            Locator cell = cells.nth(i);
            assertThat(visitor.isFocused(cell)).as("Enter leads to cell %d", i).isTrue();
            visitor.page().keyboard().type(value(cell, i == highest));
            visitor.page().keyboard().press("Enter");
            assertThat(visitor.mark(cell, "saved", "warning").innerText()).contains("已保存");
        }
        assertThat(visitor.status().innerText()).contains("已自动保存");
        assertThat(visitor.page().locator(".return-head").innerText()).contains("已填 " + count + " / " + count);
        visitor.look("return-form");
        String typed = cells.first().inputValue();
        visitor.page().reload();
        assertThat(cells.first().inputValue()).isEqualTo(typed);
        assertThat(visitor.page().locator(".return-head").innerText()).contains("填报中");
        String[] over = visitor.page().locator(".heading-over").innerText().split(" · ", 2);
        return new Report(
                visitor.path().replace("/form", ""),
                over[0],
                over[1],
                visitor.page().locator("[data-row] th a").first().innerText());
    }

    /** Last quarter's figure once more, which is lawful everywhere; but one is a thousandfold, which asks for a word. */
    private static String value(Locator cell, boolean jump) {
        if (Boolean.TRUE.equals(cell.evaluate("e => e.tagName === 'TEXTAREA'"))) {
            return "本季总体平稳，处于合理区间";
        }
        String before = before(cell);
        if (jump) {
            return String.valueOf(size(cell) * 1000);
        }
        return before.isEmpty() || before.equals("—") ? "10" : before;
    }

    private static int highest(Locator cells) {
        return IntStream.range(0, cells.count())
                .boxed()
                .max(Comparator.comparingLong(i -> size(cells.nth(i))))
                .orElseThrow();
    }

    private static long size(Locator cell) {
        String before = before(cell).replace(",", "");
        return before.matches("\\d{1,9}") ? Long.parseLong(before) : 0;
    }

    private static String before(Locator cell) {
        return cell.locator("xpath=ancestor::tr")
                .locator("td")
                .nth(3)
                .innerText()
                .strip();
    }

    private static void checkAndRequest(Visitor visitor) {
        visitor.press(visitor.button("审核"));
        assertThat(visitor.page().locator("h2[id^=class-]").allInnerTexts())
                .isNotEmpty()
                .allMatch(heading -> heading.matches("[BCD] 类 · .+（\\d+ 项）"));
        assertThat(visitor.page().locator(".findings a[href*='/form#value-']").count())
                .isPositive();
        assertThat(visitor.explain(EXPLANATION)).isPositive();
        visitor.look("return-findings");
        visitor.press(visitor.button("送签"));
        assertThat(visitor.page().locator(".return-head").innerText()).contains("待签发");
        visitor.look("return-awaiting");
        visitor.signOut();
    }

    private static void sign(Visitor visitor, Report report) {
        visitor.signIn("certifier");
        visitor.press(visitor.link("签发：" + report.unit()));
        assertThat(visitor.path()).isEqualTo(report.address());
        assertThat(visitor.page().locator("thead").first().innerText()).contains("本期", "上期", "环比", "上年同期", "同比");
        assertThat(visitor.main()).contains("退回填报人", EXPLANATION);
        visitor.look("return-sign");
        visitor.press(visitor.button("签发"));
        assertThat(visitor.page().locator(".notice-success").innerText()).contains("回执号", "校验码");
        Locator version = visitor.page().locator("section[aria-labelledby=versions] tbody tr");
        assertThat(version.innerText())
                .containsPattern("[A-Z]+-\\d{4}Q\\d-\\S+-1")
                .contains("按时");
        assertThat(version.locator(".hash").innerText()).matches("[0-9a-f]{16}");
        visitor.signOut();
    }

    private static void review(Visitor visitor, Report report) {
        visitor.signIn("reviewer");
        visitor.look("desk-reviewer");
        visitor.press(visitor.page().locator(".side-nav a[href$='/rounds']"));
        visitor.look("round-list");
        visitor.press(visitor.page().locator("main tbody a"));
        assertThat(visitor.page().locator("tr", named(report.unit())).first().innerText())
                .contains("已报送", "按时");
        visitor.look("round-show");
        visitor.press(visitor.page().locator("tbody th a", named(report.unit())).first());
        visitor.press(visitor.button("开始审核"));
        assertThat(visitor.page().locator(".findings").innerText()).contains("填报单位说明：", EXPLANATION);
        Locator verdicts = visitor.page().locator("input[type=radio][value=ACCEPTED]");
        assertThat(verdicts.count()).isPositive();
        for (int i = 0; i < verdicts.count(); i++) {
            visitor.tabTo(verdicts.nth(i).locator("xpath=ancestor::fieldset").locator("input"));
            visitor.page().keyboard().press("Space");
        }
        visitor.look("return-review");
        visitor.press(visitor.button("保存认定"));
        assertThat(visitor.page()
                        .locator("input[type=radio][value=ACCEPTED]:checked")
                        .count())
                .isEqualTo(verdicts.count());
        visitor.press(visitor.button("审定"));
        assertThat(visitor.page().locator(".notice-success").innerText()).contains("已审定");
        assertThat(visitor.page().locator(".return-head .state").first().innerText())
                .contains("审定");
        visitor.signOut();
    }

    private static void watch(Visitor visitor, Report report) {
        visitor.signIn("planner");
        visitor.press(visitor.page().locator(".side-nav a[href$='/progress']"));
        Locator row = visitor.page().locator("tbody tr", named(report.indicator()));
        assertThat(row.first().locator(".light").innerText()).containsPattern("[绿黄红灰]");
        assertThat(visitor.page().locator(".notice-warning").first().innerText())
                .containsPattern("\\d+ 个单位的数据未计入：.+");
        visitor.look("progress-list");
        visitor.press(row.locator("th a"));
        visitor.page().locator(".chart-drawn svg").first().waitFor();
        visitor.tabTo(visitor.page().locator("figure.chart summary"));
        visitor.page().keyboard().press("Enter");
        assertThat(visitor.page().locator("figure.chart table").innerText()).contains("目标", report.quarter());
        visitor.look("progress-show");
        Locator behind = visitor.page()
                .locator("section[aria-labelledby=behind] tbody tr", named(report.unit()))
                .filter(new Locator.FilterOptions().setHasText(report.quarter()));
        visitor.press(behind.locator("a[href*='/returns/']"));
        assertThat(visitor.path()).isEqualTo(report.address());
        visitor.press(visitor.page().locator(".side-nav a[href$='/programmes']"));
        visitor.look("programme-list");
        visitor.press(visitor.page().locator("main tbody a"));
        visitor.look("programme-show");
        visitor.signOut();
    }

    private static void audit(Visitor visitor, Report report) {
        visitor.signIn("auditor");
        visitor.open(report.address());
        assertThat(visitor.main()).contains(report.unit(), EXPLANATION);
        assertThat(visitor.page()
                        .locator("main :is(button, input, select, textarea, form[method=post])")
                        .count())
                .as("an auditor can change nothing")
                .isZero();
        visitor.look("return-auditor");
        visitor.press(visitor.page().locator(".side-nav a[href$='/audit']"));
        visitor.type(visitor.page().locator("#label"), report.unit());
        visitor.press(visitor.button("查询"));
        assertThat(visitor.page().locator("section[aria-labelledby=entries]").innerText())
                .contains("填报数据", "报表：填报", "报表：送签", "报表：签发", "报表：开始审核", "报表：审定");
        visitor.look("audit-list");
        String list = visitor.path();
        visitor.press(visitor.page().locator("tr", named("填报数据")).locator("a"));
        Locator changes = visitor.page().locator("section[aria-labelledby=changes]");
        assertThat(changes.innerText()).contains("变更前", "变更后");
        Locator figure = changes.locator("tbody tr")
                .filter(new Locator.FilterOptions().setHasText(FIGURE))
                .locator("td");
        assertThat(figure.first().innerText()).as("what stood there before").isEqualTo("—");
        assertThat(figure.last().innerText()).as("what stands there after").isNotEqualTo("—");
        visitor.look("audit-show");
        visitor.open(list);
        visitor.press(visitor.page().locator("tr", named("报表：审定")).locator("a"));
        assertThat(changes.innerText()).contains("变更前", "变更后");
        visitor.open("/audit");
        visitor.press(visitor.button("立即核验"));
        assertThat(visitor.page().locator(".notice-success").innerText()).containsPattern("\\d+ 条记录首尾相接，未发现改动");
        assertThat(visitor.page().locator("section[aria-labelledby=state]").innerText())
                .contains("完整");
    }

    /** Another city's return and one that never was are the same to somebody of this city. */
    private static void isNotThere(Visitor visitor, Report elsewhere) {
        Response theirs = visitor.open(elsewhere.address());
        assertThat(theirs.status()).isEqualTo(404);
        assertThat(visitor.page().title()).contains("没有找到");
        visitor.expect(404);
        visitor.look("404");
        String words = visitor.main();
        Response nobodys = visitor.open("/returns/01890000-0000-7000-8000-000000000000");
        assertThat(nobodys.status()).isEqualTo(404);
        assertThat(visitor.main()).isEqualTo(words);
    }

    private static Page.LocatorOptions named(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
