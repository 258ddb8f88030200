package fledge.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fledge.support.PortalTest;
import fledge.tenancy.PortalClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A base's operator lets an enterprise in and graduate, and fills the month's statistics by copying the last one. */
@PortalTest
class BaseOperatorJourneyTest {

    private static final String MOVED_IN =
            LocalDate.now(PortalClock.ZONE).minusDays(20).toString();

    @LocalServerPort
    int port;

    @Test
    void an_enterprise_moves_in_and_graduates_and_the_month_is_filled_within_two_minutes() {
        try (Browsers browsers = Browsers.open();
                Visitor operator = new Visitor(browsers.browser(), port, "jiangmen")) {
            operator.signIn("base-operator");
            operator.press(operator.page().locator(".side-nav a[href$='/bases']"));
            operator.press(operator.page().locator("main tbody th a"));
            assertThat(operator.main()).contains("入驻情况", "在驻企业", "台账统计", "租用率", "附件");
            operator.look("base-show");
            int before = residents(operator);
            letIn(operator);
            assertThat(residents(operator)).isEqualTo(before + 1);
            graduate(operator);
            assertThat(residents(operator)).isEqualTo(before);
            month(operator);
            operator.signOut();
            operator.signIn("planner");
            operator.open("/residencies/doubtful");
            operator.look("resident-doubtful");
            operator.open("/ledger-comparisons");
            operator.look("ledger-list");
            operator.press(operator.page().locator("main tbody th a"));
            assertThat(operator.main()).contains("有差额");
            operator.look("ledger-show");
        }
    }

    private static int residents(Visitor visitor) {
        return Integer.parseInt(
                visitor.page().locator(".tile-value").first().innerText().replace(",", ""));
    }

    static void letIn(Visitor visitor) {
        visitor.press(visitor.link("查看入驻企业"));
        visitor.look("resident-list");
        visitor.press(visitor.link("登记入驻"));
        visitor.type(visitor.page().locator("#words"), "塑料制品");
        visitor.press(visitor.button("查询"));
        visitor.look("resident-search");
        visitor.press(visitor.page().locator("tbody a").last());
        visitor.type(visitor.page().locator("#area"), "150");
        visitor.type(visitor.page().locator("#people"), "12");
        visitor.look("resident-form");
        visitor.press(visitor.button("登记入驻"));
        assertThat(visitor.main()).contains("企业已登记入驻");
    }

    static void graduate(Visitor visitor) {
        visitor.press(visitor.page().locator("main tbody th a"));
        visitor.look("residency-show");
        visitor.press(visitor.page()
                .locator("main a", new Page.LocatorOptions().setHasText(Pattern.compile("^\\s*更正\\s*$"))));
        visitor.look("residency-form");
        Locator moved = visitor.page().locator("#movedInOn");
        visitor.tabTo(moved);
        visitor.page().keyboard().press("Control+A");
        visitor.page().keyboard().type(MOVED_IN);
        visitor.type(visitor.page().locator("#correction"), "按租赁合同更正");
        visitor.press(visitor.button("保存更正"));
        assertThat(visitor.main()).contains("入驻信息已更正", MOVED_IN);
        visitor.type(visitor.page().locator("#endReason"), "迁入自有厂房");
        visitor.press(visitor.button("确认登记"));
        assertThat(visitor.main()).contains("毕业或离开已登记", "迁入自有厂房");
        visitor.press(visitor.link("返回入驻企业"));
    }

    private static void month(Visitor visitor) {
        visitor.open("/desk");
        Instant begun = Instant.now();
        visitor.press(visitor.page().locator("main a", new Page.LocatorOptions().setHasText(Pattern.compile("^填报"))));
        assertThat(visitor.main()).contains("入驻台账同期数");
        visitor.press(visitor.button("复制上期期末数"));
        Locator cells = visitor.page().locator("[data-grid] [data-cell][id^=value-]");
        for (int i = 0; i < cells.count(); i++) {
            if (cells.nth(i).inputValue().isEmpty()) {
                visitor.tabTo(cells.nth(i));
                visitor.page().keyboard().type("80");
                visitor.page().keyboard().press("Enter");
                visitor.mark(cells.nth(i), "saved", "warning");
            }
        }
        assertThat(visitor.page().locator(".return-head").innerText())
                .contains("已填 " + cells.count() + " / " + cells.count());
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofMinutes(2));
        visitor.look("monthly-return");
    }
}
