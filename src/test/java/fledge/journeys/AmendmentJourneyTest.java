package fledge.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fledge.support.PortalTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A published figure turns out wrong: it is put right under everybody's eyes, and the old one stays to be seen. Whatever the figure
 * was when the journey began, it is one more in the end.
 */
@PortalTest
class AmendmentJourneyTest {

    private static final String CELLS = "[data-grid] [data-cell][id^=value-]";
    private static final String REASON = "台账核对时发现少计一户，应予补计";
    private static final String EVIDENCE = "区市监台账复核单（示例）第17号";

    @LocalServerPort
    int port;

    /** The published figure, as the unit's certifier reads it on the locked return. */
    private record Published(
            String address, String unit, String quarter, String indicator, String figure, int cells, int versions) {

        String more() {
            return grouped(number(figure) + 1);
        }
    }

    @Test
    void a_published_figure_is_put_right_and_both_figures_stay_to_be_seen() {
        try (Browsers browsers = Browsers.open();
                Visitor citizen = new Visitor(browsers.browser(), port, "luqiao");
                Visitor visitor = new Visitor(browsers.browser(), port, "luqiao")) {
            visitor.signIn("certifier");
            Published published = lockedReturn(visitor);
            long before = accumulated(citizen, published);
            request(visitor, published);
            approve(visitor, published);
            assertThat(accumulated(citizen, published))
                    .as("what was accepted counts on")
                    .isEqualTo(before);
            putRight(visitor, published);
            signAndAccept(visitor, published);

            assertThat(accumulated(citizen, published)).isEqualTo(before + 1);
            assertRestated(citizen.page(), published);
            citizen.look("front-restated");
            follow(visitor, published);
        }
    }

    /** The unit's newest return of a whole year that is locked, and its first figure. */
    private static Published lockedReturn(Visitor visitor) {
        visitor.press(visitor.page().locator(".side-nav a[href$='/returns']"));
        visitor.press(visitor.page()
                .locator("tbody tr")
                .filter(new Locator.FilterOptions().setHasText("第四季度"))
                .filter(new Locator.FilterOptions().setHasText("锁定"))
                .first()
                .locator("th a"));
        Locator figures = visitor.page().locator("section[aria-labelledby=figures-of] tbody tr");
        return new Published(
                visitor.path(),
                visitor.page().locator("main h1").innerText(),
                visitor.page().locator(".heading-over").innerText(),
                figures.first().locator("th").innerText().strip(),
                figures.first().locator("td.num").first().innerText().strip(),
                figures.count(),
                visitor.page()
                        .locator("section[aria-labelledby=versions] tbody tr")
                        .count());
    }

    /** What everybody may read without an account. */
    private static long accumulated(Visitor visitor, Published published) {
        visitor.open("/");
        return number(row(visitor.page().locator("main"), published.indicator())
                .locator("td.num")
                .nth(1)
                .innerText());
    }

    private static void request(Visitor visitor, Published published) {
        visitor.press(visitor.link("申请更正"));
        visitor.type(visitor.page().locator("#reason"), REASON);
        visitor.press(visitor.button("提交申请"));
        assertThat(visitor.page().locator(".error-summary").innerText()).contains("选择更正类型", "选择原因");
        assertThat(visitor.page().locator("#reason").inputValue())
                .as("nothing typed is lost")
                .isEqualTo(REASON);
        visitor.page().locator("#kind").selectOption("ERROR");
        visitor.page().locator("#cause").selectOption("TRANSCRIPTION");
        Locator lines = visitor.page().locator("input[name=lines]");
        assertThat(lines.count()).isEqualTo(published.cells());
        visitor.tabTo(lines.first());
        visitor.page().keyboard().press("Space");
        visitor.type(visitor.page().locator("#evidence"), EVIDENCE);
        visitor.look("amendment-form");
        visitor.press(visitor.button("提交申请"));
        assertThat(visitor.page().locator(".notice-success").innerText()).contains("待决策人批准");
        Locator scope = visitor.page().locator("section[aria-labelledby=scope]");
        assertThat(scope.locator("tbody tr").count()).isEqualTo(1);
        assertThat(scope.innerText()).contains(published.indicator(), published.figure(), "尚未修改");
        assertThat(visitor.button("批准更正").count())
                .as("nobody decides on their own request")
                .isZero();
        visitor.signOut();
    }

    private static void approve(Visitor visitor, Published published) {
        visitor.signIn("decider");
        visitor.press(visitor.page()
                .locator("main a", named("更正待批："))
                .filter(new Locator.FilterOptions().setHasText(published.unit()))
                .filter(new Locator.FilterOptions().setHasText(published.quarter())));
        assertThat(visitor.main()).contains(REASON, EVIDENCE);
        Locator impact = visitor.page().locator("section[aria-labelledby=impact]");
        assertThat(impact.locator("tbody th a").allInnerTexts())
                .contains("签发版本", "本季汇总", "截至该季的评价", "已固定的评价", "下季报表（环比）", "数据比对");
        assertThat(row(impact, "截至该季的评价").innerText()).contains(published.indicator(), published.quarter());
        visitor.look("amendment-decide");
        visitor.press(visitor.button("批准更正"));
        assertThat(visitor.page().locator(".error-summary").innerText()).contains("请先阅看影响清单");
        visitor.tabTo(visitor.page().locator("#acknowledged"));
        visitor.page().keyboard().press("Space");
        visitor.press(visitor.button("批准更正"));
        assertThat(visitor.page().locator(".notice-success").innerText()).contains("已批准更正");
        String amendment = visitor.path();
        visitor.press(row(impact, "数据比对").locator("th a"));
        assertThat(visitor.main()).contains(published.indicator());
        visitor.open(amendment);
        visitor.signOut();
    }

    /** Of the whole return the one cell can be written that the amendment names. */
    private static void putRight(Visitor visitor, Published published) {
        visitor.signIn("preparer");
        visitor.press(work(visitor, "按更正范围修改：", published));
        assertThat(visitor.path()).isEqualTo(published.address() + "/form");
        assertThat(visitor.page().locator(".notice").first().innerText()).contains("仅 1 个数据项可改");
        Locator cells = visitor.page().locator(CELLS);
        assertThat(cells.count()).isEqualTo(1);
        assertThat(visitor.page().locator(".cell-locked").count()).isGreaterThanOrEqualTo(published.cells() - 1);
        assertThat(cells.first().inputValue()).isEqualTo(published.figure().replace(",", ""));
        visitor.type(cells.first(), published.more());
        visitor.page().keyboard().press("Enter");
        visitor.mark(cells.first(), "saved", "warning");
        visitor.look("amendment-entry");
        visitor.press(visitor.button("审核"));
        visitor.explain("更正后数据与台账一致，已核对");
        visitor.press(visitor.button("送签"));
        assertThat(visitor.page().locator(".return-head").innerText()).contains("待签发");
        visitor.signOut();
    }

    private static void signAndAccept(Visitor visitor, Published published) {
        visitor.signIn("certifier");
        visitor.press(work(visitor, "签发：", published));
        assertThat(row(visitor.page().locator("section[aria-labelledby=figures-of]"), published.indicator())
                        .innerText())
                .as("signed with both figures in view")
                .contains(published.figure(), published.more());
        visitor.look("amendment-sign");
        visitor.press(visitor.button("签发"));
        assertThat(visitor.page().locator(".notice-success").innerText()).contains("回执号");
        visitor.signOut();
        visitor.signIn("reviewer");
        visitor.press(work(visitor, "审核：", published));
        visitor.press(visitor.button("开始审核"));
        Locator verdicts = visitor.page().locator("input[type=radio][value=ACCEPTED]");
        if (verdicts.count() > 0) {
            for (int i = 0; i < verdicts.count(); i++) {
                visitor.tabTo(
                        verdicts.nth(i).locator("xpath=ancestor::fieldset").locator("input"));
                visitor.page().keyboard().press("Space");
            }
            visitor.press(visitor.button("保存认定"));
        }
        visitor.press(visitor.button("审定"));
        assertThat(visitor.page().locator(".return-head .state").first().innerText())
                .as("accepted and locked again")
                .contains("锁定");
        visitor.signOut();
    }

    /** An auditor finds both figures, the versions they were signed in, and who asked and who approved. */
    private static void follow(Visitor visitor, Published published) {
        visitor.signIn("auditor");
        visitor.open(published.address());
        assertRestated(visitor.page(), published);
        visitor.press(row(visitor.page().locator("section[aria-labelledby=figures-of]"), published.indicator())
                .locator("a.number"));
        assertThat(visitor.path()).contains("/lineage?");
        Locator figures = visitor.page().locator("section[aria-labelledby=figures]");
        assertThat(figures.innerText())
                .contains(published.more(), "已更正", "第 " + (published.versions() + 1) + " 版", "与签发一致");
        assertRestated(visitor.page(), published);
        visitor.look("lineage-restated");
        visitor.press(visitor.link("查看全部报告期"));
        assertThat(visitor.page().locator(".notice-success").innerText()).contains("合计数与明细数据一致");
        visitor.press(visitor.link("返回指标"));
        assertRestated(visitor.page(), published);
        visitor.press(row(visitor.page().locator("section[aria-labelledby=restatements]"), REASON)
                .locator("td a"));
        assertThat(visitor.main()).contains("完成并重锁", EVIDENCE, published.figure(), published.more());
        visitor.look("amendment-completed");
        visitor.open(published.address() + "/versions/" + published.versions());
        assertThat(visitor.page().locator(".notice-success").count())
                .as("the version of then is intact")
                .isEqualTo(1);
        assertThat(visitor.page().locator("pre").innerText())
                .contains("\t" + published.figure().replace(",", "") + "\t");
    }

    private static void assertRestated(Page page, Published published) {
        assertThat(row(page.locator("section[aria-labelledby=restatements]"), REASON)
                        .innerText())
                .contains(published.quarter(), published.unit(), published.indicator())
                .contains(published.figure(), published.more());
    }

    private static Locator work(Visitor visitor, String kind, Published published) {
        return visitor.page()
                .locator("main a", named(kind + published.unit()))
                .filter(new Locator.FilterOptions().setHasText(published.quarter()));
    }

    private static Locator row(Locator in, String text) {
        return in.locator("tbody tr", new Locator.LocatorOptions().setHasText(text))
                .first();
    }

    private static Page.LocatorOptions named(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static long number(String shown) {
        return Long.parseLong(shown.replace(",", "").replaceAll("\\D.*", ""));
    }

    private static String grouped(long number) {
        return String.format("%,d", number);
    }
}
