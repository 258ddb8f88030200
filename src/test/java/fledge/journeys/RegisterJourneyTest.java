package fledge.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fledge.access.Actor;
import fledge.enterprise.EnterpriseImportService;
import fledge.enterprise.rules.CreditCode;
import fledge.support.PortalTest;
import fledge.tenancy.CityService;
import fledge.tenancy.CurrentCity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An officer imports enterprises; somebody of one of them signs up, is confirmed, and sees its size and what the next one takes. */
@PortalTest
class RegisterJourneyTest {

    private static final String PASSWORD = "four wet umbrellas";
    private static final String NAME = "台州路桥旅程精密机械有限公司";
    private static final String CODE = CreditCode.complete("91331004", "MATT7001");

    @LocalServerPort
    int port;

    @Autowired
    CityService cities;

    @Autowired
    EnterpriseImportService imports;

    @TempDir
    Path folder;

    @Test
    void an_enterprise_is_imported_represented_and_classified() throws IOException {
        try (Browsers browsers = Browsers.open();
                Visitor officer = new Visitor(browsers.browser(), port, "luqiao");
                Visitor newcomer = new Visitor(browsers.browser(), port, "luqiao")) {
            officer.signIn("case-officer");
            imports(officer);
            signsUp(newcomer);
            confirms(officer);
            readsTheFile(newcomer);
        }
    }

    private void imports(Visitor officer) throws IOException {
        String district = district(officer);
        officer.open("/enterprises/imports");
        officer.press(officer.link("去处理")); // one import at a time: the demonstration's comes first
        officer.press(officer.button("放弃导入"));
        officer.open("/enterprises/imports");
        officer.page()
                .setInputFiles(
                        "input[type=file]",
                        Files.writeString(
                                folder.resolve("名单.csv"),
                                """
                                统一社会信用代码,企业名称,行业代码,所在区域,成立日期,年份,从业人员（人）,营业收入（万元）,资产总额（万元）
                                %s,%s,34,%s,2016-05-20,2025,60,1500,2200
                                91331004MATT000223,校验不符有限公司,34,%s,2016-05-20,,,,
                                """.formatted(CODE, NAME, district, district),
                                StandardCharsets.UTF_8));
        officer.press(officer.button("上传并核对"));
        theJobRuns();
        text(officer, "确认写入 1 家").waitFor();
        assertThat(officer.main()).contains("不能导入");
        officer.look("enterprise-import");
        officer.press(officer.button("确认写入 1 家"));
        theJobRuns();
        text(officer, "已完成").first().waitFor();
    }

    /** What the portal does every few seconds; between the classes of a test run its scheduler may be at rest. */
    private void theJobRuns() {
        CurrentCity.run(
                cities.byCode("luqiao").orElseThrow(),
                () -> Actor.run(Actor.SYSTEM, () -> imports.workOff(() -> true)));
    }

    /** The first that the form offers. */
    private static String district(Visitor officer) {
        officer.open("/enterprises/new");
        return officer.page().locator("#districtId option").nth(1).textContent();
    }

    private static void signsUp(Visitor newcomer) {
        newcomer.open("/sign-in");
        newcomer.press(newcomer.link("企业人员首次使用？请先注册账户"));
        newcomer.look("sign-up");
        fill(newcomer, "creditCode", CODE);
        fill(newcomer, "enterpriseName", NAME);
        newcomer.page().locator("#capacity-1").check();
        fill(newcomer, "grounds", "法定代表人，营业执照原件可查");
        fill(newcomer, "personName", "陆行远");
        fill(newcomer, "login", "luxingyuan");
        fill(newcomer, "password", PASSWORD);
        fill(newcomer, "passwordAgain", "four dry umbrellas");
        newcomer.press(newcomer.button("注册并提交认领申请"));
        assertThat(newcomer.main()).contains("两次填写的新密码不一致");
        assertThat(newcomer.page().locator("#enterpriseName").inputValue()).isEqualTo(NAME);
        fill(newcomer, "password", PASSWORD);
        fill(newcomer, "passwordAgain", PASSWORD);
        newcomer.press(newcomer.button("注册并提交认领申请"));
        assertThat(newcomer.main()).contains("账户已注册");
        newcomer.signInHere("luxingyuan", PASSWORD);
        assertThat(newcomer.main()).contains("我的企业", NAME, "待确认");
    }

    private static void confirms(Visitor officer) {
        officer.open("/representatives");
        officer.press(officer.link(NAME));
        fill(officer, "words", "已核对营业执照原件和本人身份");
        officer.look("representative");
        officer.press(officer.button("确认代表身份"));
        assertThat(officer.main()).contains("已确认");
    }

    private static void readsTheFile(Visitor newcomer) {
        newcomer.open("/me/enterprises");
        newcomer.press(newcomer.link("查看“" + NAME + "”企业档案"));
        assertThat(newcomer.main()).contains("小型", "与上下档的距离", "距上一档", "240 人");
        newcomer.look("own-enterprise");
    }

    private static Locator text(Visitor visitor, String text) {
        return visitor.page().getByText(text, new Page.GetByTextOptions().setExact(false));
    }

    private static void fill(Visitor visitor, String field, String text) {
        visitor.type(visitor.page().locator("#" + field), text);
    }
}
