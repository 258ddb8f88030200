package fledge.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fledge.support.PortalTest;
import fledge.support.Superuser;
import fledge.tenancy.PortalClock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A makerspace of Jinan is recognised by the city, rises to the province, an enterprise moves in and graduates, and the target
 * of upgrades counts it by its name.
 */
@PortalTest
class RecognitionJourneyTest {

    private static final String BASE = "舜耕众创空间";

    @Autowired
    Superuser superuser;

    @LocalServerPort
    int port;

    @Test
    void from_the_first_application_to_a_name_behind_the_target() {
        try (Browsers browsers = Browsers.open();
                Visitor officer = visitor(browsers, "case-officer");
                Visitor operator = visitor(browsers, "base-operator");
                Visitor reviewer = visitor(browsers, "reviewer");
                Visitor decider = visitor(browsers, "decider");
                Visitor second = visitor(browsers, "decider-2");
                Visitor planner = visitor(browsers, "planner")) {
            int upgrades = counted(planner, "市级基地升级为省级基地");
            int makerspaces = counted(planner, "每年新增众创空间");
            String base = handOver(officer);
            LocalDate today = LocalDate.now(PortalClock.ZONE);

            String city = apply(operator, base, "CITY");
            examine(city, reviewer, officer, decider);
            recognise(city, second, today.minusDays(20), "济小微〔示例〕5号");
            step(officer, city, "KEEP");
            officer.type(officer.page().locator("#year"), Integer.toString(today.getYear()));
            officer.page().locator("input[name=grade][value=EXCELLENT]").check();
            officer.press(officer.button("确认办理"));
            assertThat(officer.main()).contains("优秀");

            String province = apply(operator, base, "PROVINCIAL");
            examine(province, reviewer, officer, decider);
            recognise(province, second, today, "鲁小微〔示例〕9号");
            second.look("recognition-show");
            second.open(city);
            assertThat(second.main()).contains("升级为上一级");

            operator.open(base);
            BaseOperatorJourneyTest.letIn(operator);
            BaseOperatorJourneyTest.graduate(operator);

            assertThat(counted(planner, "每年新增众创空间")).isEqualTo(makerspaces + 1);
            assertThat(counted(planner, "市级基地升级为省级基地")).isEqualTo(upgrades + 1);
            planner.press(row(planner, "市级基地升级为省级基地").locator("a"));
            assertThat(planner.page().locator("section[aria-labelledby=names]").innerText())
                    .contains(BASE, "鲁小微〔示例〕9号", today.toString());
            planner.look("counted-show");
            planner.open("/counted-indicators");
            planner.look("counted-list");
        }
    }

    private Visitor visitor(Browsers browsers, String account) {
        var visitor = new Visitor(browsers.browser(), port, "jinan");
        visitor.signIn(account);
        return visitor;
    }

    /** Of the programme that is running. */
    private static Locator row(Visitor planner, String indicator) {
        return planner.page()
                .locator("main tbody tr", new Page.LocatorOptions().setHasText(indicator))
                .filter(new Locator.FilterOptions().setHasText("示例"));
    }

    private static int counted(Visitor planner, String indicator) {
        planner.open("/counted-indicators");
        return Integer.parseInt(
                row(planner, indicator).locator("td").last().innerText().replaceAll("\\D", ""));
    }

    /** The officer says who runs the base; its address. */
    private static String handOver(Visitor officer) {
        officer.open("/bases");
        officer.press(officer.link(BASE));
        String base = officer.path();
        officer.open(base + "/edit");
        Locator operator = officer.page().locator("#operatorUnit");
        operator.selectOption(operator.locator("option", new Locator.LocatorOptions().setHasText("泉涌"))
                .getAttribute("value"));
        officer.press(officer.button("保存"));
        assertThat(officer.path()).isEqualTo(base);
        return base;
    }

    private static String apply(Visitor operator, String base, String level) {
        operator.open(base + "/recognitions/new");
        operator.page().locator("#level").selectOption(level);
        operator.type(operator.page().locator("#statement"), "场地、服务和入驻企业均已达到申报条件。");
        operator.press(operator.button("提交申请"));
        return operator.path();
    }

    private static void step(Visitor who, String recognition, String action) {
        who.open(recognition);
        who.press(who.page().locator("main a[href$='action=" + action + "']"));
    }

    private static void examine(String recognition, Visitor reviewer, Visitor officer, Visitor decider) {
        step(reviewer, recognition, "RECOMMEND");
        reviewer.type(reviewer.page().locator("#words"), "情况属实，同意推荐。");
        reviewer.press(reviewer.button("确认办理"));
        step(officer, recognition, "START_REVIEW");
        officer.type(officer.page().locator("#experts"), "周远、陈思齐、方岚");
        officer.press(officer.button("确认办理"));
        step(decider, recognition, "PASS");
        decider.type(decider.page().locator("#score"), "88");
        decider.press(decider.button("确认办理"));
        assertThat(decider.main()).contains("公示");
    }

    /** Once nobody objected within the days of the notice, which the database lets pass at once. */
    private void recognise(String recognition, Visitor second, LocalDate from, String document) {
        step(second, recognition, "RECOGNISE");
        fill(second, from, document);
        assertThat(second.main()).contains("公示");
        superuser.run("update recognition set notice_until = now() - interval '1 hour' where id = '"
                + recognition.substring(recognition.lastIndexOf('/') + 1) + "'");
        fill(second, from, document);
        assertThat(second.main()).contains(document, from.toString());
    }

    private static void fill(Visitor second, LocalDate from, String document) {
        second.type(second.page().locator("#documentNo"), document);
        second.type(second.page().locator("#from"), from.toString());
        second.press(second.button("确认办理"));
    }
}
