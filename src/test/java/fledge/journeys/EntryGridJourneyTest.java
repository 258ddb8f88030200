package fledge.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fledge.access.Role;
import fledge.identity.UnitService;
import fledge.support.Cities;
import fledge.support.PortalTest;
import fledge.support.Staff;
import fledge.tenancy.City;
import fledge.tenancy.CityService;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The entry grid in Chengdu: it feels like the sheet its users know, loses nothing they typed, and is a form without script. */
@PortalTest
class EntryGridJourneyTest {

    private static final String VALUES = "[data-grid] [data-cell][id^=value-]";
    private static final String NOTES = "[data-grid] [data-cell][id^=note-]";

    @LocalServerPort
    int port;

    @Autowired
    CityService cities;

    @Autowired
    UnitService units;

    @Autowired
    Cities places;

    @Autowired
    Staff staff;

    @Test
    void the_grid_takes_blocks_keys_and_input_methods_as_a_sheet_does() {
        try (Browsers browsers = Browsers.open();
                Visitor visitor = new Visitor(browsers.browser(), port, "chengdu")) {
            visitor.signIn("preparer");
            visitor.press(toFill(visitor));
            Locator values = visitor.page().locator(VALUES);
            Locator notes = visitor.page().locator(NOTES);
            var keyboard = visitor.page().keyboard();

            visitor.tabTo(values.first());
            visitor.paste("４８．５\t较上季略增\r\n\t\r\n５４\t\t多余\r\n");
            for (Locator cell : List.of(values.nth(0), values.nth(2), notes.nth(0))) {
                visitor.mark(cell, "saved", "warning");
            }
            assertThat(values.nth(0).inputValue()).isEqualTo("48.5");
            assertThat(notes.nth(0).inputValue()).isEqualTo("较上季略增");
            assertThat(values.nth(1).inputValue()).as("a blank keeps its place").isEmpty();
            assertThat(values.nth(2).inputValue()).isEqualTo("54");
            assertThat(visitor.status().innerText()).contains("已粘贴 3 项，1 项因锁定或超出表格未写入");

            keyboard.press("Enter");
            assertThat(visitor.isFocused(values.nth(1))).as("Enter leads down").isTrue();
            keyboard.press("ArrowRight");
            assertThat(visitor.isFocused(notes.nth(1)))
                    .as("an arrow passes what cannot be written")
                    .isTrue();
            visitor.compose("shuoming", "Enter", "专利数据待核实");
            assertThat(visitor.isFocused(notes.nth(1)))
                    .as("Enter belongs to the input method")
                    .isTrue();
            keyboard.press("Enter");
            visitor.mark(notes.nth(1), "saved");
            assertThat(notes.nth(1).inputValue()).isEqualTo("专利数据待核实");
            keyboard.press("Shift+Enter");
            keyboard.press("ArrowLeft");
            assertThat(visitor.isFocused(values.nth(1))).isTrue();

            keyboard.type("大约两千");
            keyboard.press("Enter");
            Locator refused = visitor.mark(values.nth(1), "invalid");
            assertThat(refused.innerText()).contains("有误（未保存）", "例如");
            assertThat(values.nth(1).inputValue()).isEqualTo("大约两千");
            visitor.expect(422);
            visitor.look("grid-refused");
            visitor.type(values.nth(1), "２，５００");
            keyboard.press("Enter");
            visitor.mark(values.nth(1), "saved", "warning");
            assertThat(values.nth(1).inputValue()).isEqualTo("2500");
        }
    }

    @Test
    void enter_and_arrows_skip_what_a_return_that_was_sent_back_keeps_locked() {
        try (Browsers browsers = Browsers.open();
                Visitor visitor = new Visitor(browsers.browser(), port, "chengdu")) {
            visitor.signIn("reviewer");
            visitor.press(visitor.link("审核：郫都区"));
            visitor.press(visitor.button("开始审核"));
            visitor.page().locator("#code").selectOption("WRONG_FIGURE");
            Locator boxes = visitor.page().locator("input[name=indicators]");
            for (int named : new int[] {0, 2}) {
                visitor.tabTo(boxes.nth(named));
                visitor.page().keyboard().press("Space");
            }
            visitor.type(visitor.page().locator("textarea[name=reason]"), "请按统计年报口径核对首尾两项。");
            visitor.press(visitor.button("退回修改"));
            assertThat(visitor.page().locator(".return-head").innerText()).contains("退回修改");
            visitor.signOut();

            visitor.signIn("pidu-preparer");
            visitor.press(visitor.link("修改退回的报表"));
            Locator values = visitor.page().locator(VALUES);
            assertThat(values.count()).isEqualTo(2);
            assertThat(visitor.page().locator(".cell-locked").count()).isPositive();
            assertThat(visitor.page().locator(".notice-warning").innerText()).contains("数据有误：请按统计年报口径核对首尾两项");
            visitor.look("return-sent-back");
            visitor.tabTo(values.first());
            visitor.page().keyboard().press("Enter");
            assertThat(visitor.isFocused(values.nth(1))).isTrue();
            visitor.page().keyboard().press("ArrowUp");
            assertThat(visitor.isFocused(values.nth(0))).isTrue();
        }
    }

    @Test
    void nothing_typed_is_lost_to_somebody_else_or_to_an_expired_session() {
        City chengdu = cities.byCode("chengdu").orElseThrow();
        UUID wuhou = places.in(
                chengdu,
                () -> units.units().stream()
                        .filter(unit -> unit.code().equals("cd_qingyang"))
                        .findFirst()
                        .orElseThrow()
                        .id());
        staff.hire(chengdu, "chengdu-colleague", Role.PREPARER, wuhou);
        try (Browsers browsers = Browsers.open();
                Visitor first = new Visitor(browsers.browser(), port, "chengdu");
                Visitor second = new Visitor(browsers.browser(), port, "chengdu")) {
            first.signIn("qingyang-preparer");
            first.press(toFill(first));
            second.open("/sign-in");
            second.signInHere("chengdu-colleague", Staff.PASSWORD);
            second.press(toFill(second));

            Locator mine = first.page().locator(VALUES).first();
            Locator theirs = second.page().locator(VALUES).first();
            second.type(theirs, "34567");
            second.page().keyboard().press("Enter");
            second.mark(theirs, "saved", "warning");
            first.type(mine, "34890");
            first.page().keyboard().press("Enter");
            Locator conflict = first.mark(mine, "conflict");
            assertThat(conflict.innerText()).contains("人员chengdu-colleague", "34567", "34890", "用对方的", "用我的");
            first.expect(409);
            first.look("grid-conflict");
            first.tabTo(conflict.getByText("用我的"));
            first.page().keyboard().press("Enter");
            first.mark(mine, "saved", "warning");
            second.page().reload();
            assertThat(theirs.inputValue()).isEqualTo("34890");

            first.loseSession();
            Locator next = first.page().locator(VALUES).nth(1);
            first.type(next, "1234");
            first.page().keyboard().press("Enter");
            first.mark(next, "expired");
            assertThat(next.inputValue()).isEqualTo("1234");
            assertThat(first.status().innerText()).contains("登录已过期，填写的内容仍在本页");
            first.expect(401);
            first.look("grid-expired");
            Visitor tab = first.inNewTab(first.status().locator("a"));
            tab.signInHere("chengdu-qingyang-preparer", Visitor.PASSWORD);
            assertThat(tab.page().url()).contains("/desk");
            tab.page().close();
            first.tabTo(first.button("重试保存"));
            first.page().keyboard().press("Enter");
            first.mark(next, "saved", "warning");
            second.page().reload();
            assertThat(second.page().locator(VALUES).nth(1).inputValue()).isEqualTo("1234");
        }
    }

    @Test
    void without_script_the_whole_form_is_saved_checked_and_sent() {
        try (Browsers browsers = Browsers.open();
                Visitor visitor = Visitor.withoutScript(browsers.browser(), port, "chengdu")) {
            visitor.signIn("jinniu-preparer");
            visitor.press(toFill(visitor));
            Locator values = visitor.page().locator(VALUES);
            int count = values.count();
            for (int i = 0; i < count; i++) {
                String before = values.nth(i)
                        .locator("xpath=ancestor::tr")
                        .locator("td")
                        .nth(3)
                        .innerText();
                visitor.type(values.nth(i), i == 1 ? "约" + before : before);
            }
            visitor.press(visitor.button("暂存"));
            assertThat(visitor.page().title()).startsWith("错误：");
            String indicator = visitor.page().locator("[data-row] th a").nth(1).innerText();
            assertThat(visitor.page().locator(".error-summary a").innerText()).contains(indicator, "例如");
            assertThat(values.nth(1).inputValue()).startsWith("约");
            assertThat(values.nth(1).getAttribute("aria-invalid")).isEqualTo("true");
            assertThat(visitor.mark(values.nth(1), "invalid").innerText()).contains("例如");
            assertThat(values.nth(0).inputValue()).isNotEmpty();
            visitor.type(values.nth(1), values.nth(1).inputValue().substring(1));
            visitor.press(visitor.button("暂存"));
            assertThat(visitor.page().locator(".notice-success").innerText()).contains("已保存");
            visitor.press(visitor.button("审核"));
            visitor.explain("与上季持平，已核对台账");
            visitor.press(visitor.button("送签"));
            assertThat(visitor.page().locator(".return-head").innerText()).contains("待签发");
        }
    }

    private static Locator toFill(Visitor visitor) {
        return visitor.page().locator("main a", new Page.LocatorOptions().setHasText(Pattern.compile("^填报：")));
    }
}
