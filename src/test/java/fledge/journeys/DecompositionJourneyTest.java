package fledge.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fledge.access.Role;
import fledge.apportionment.ConsultationService;
import fledge.apportionment.SharesInForce;
import fledge.identity.AccountService;
import fledge.identity.NewUnit;
import fledge.identity.UnitKind;
import fledge.identity.UnitService;
import fledge.kernel.Measure;
import fledge.kernel.Quarter;
import fledge.programme.Bilingual;
import fledge.programme.Bounds;
import fledge.programme.CollectionTerms;
import fledge.programme.Definition;
import fledge.programme.FigureStatus;
import fledge.programme.NewIndicator;
import fledge.programme.NewProgramme;
import fledge.programme.NewTarget;
import fledge.programme.Pace;
import fledge.programme.ProgrammeKind;
import fledge.programme.ProgrammeService;
import fledge.programme.Source;
import fledge.programme.SplitLaw;
import fledge.programme.TargetService;
import fledge.programme.rules.Comparison;
import fledge.programme.rules.Direction;
import fledge.programme.rules.Goal;
import fledge.programme.rules.Operator;
import fledge.support.Cities;
import fledge.support.PortalTest;
import fledge.support.Staff;
import fledge.support.Workbooks;
import fledge.tenancy.City;
import fledge.tenancy.PortalClock;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Jiangmen's targets go to 三区四市 and a department for three years: split by share and by hand, corrected in Excel, countered,
 * decided, issued, signed for. The investment (超过800亿元) and the matching money (39亿元) are printed, the parts are invented;
 * the 600 enterprises of three districts are acceptance example A29.
 */
@PortalTest
class DecompositionJourneyTest {

    private static final String PLACE = "main [data-grid] [data-cell][id^=value-]";
    private static final String DOCUMENT = "江府办〔2015〕18号";

    /** What each place had in the base year, for the shares; invented. */
    private static final Map<String, Integer> PLACES = places();

    private static Map<String, Integer> places() {
        var places = new LinkedHashMap<String, Integer>();
        places.put("蓬江区", 63);
        places.put("江海区", 34);
        places.put("新会区", 59);
        places.put("台山市", 33);
        places.put("开平市", 31);
        places.put("鹤山市", 26);
        places.put("恩平市", 13);
        return places;
    }

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    @Autowired
    Cities cities;

    @Autowired
    Staff staff;

    @Autowired
    UnitService units;

    @Autowired
    AccountService accounts;

    @Autowired
    ProgrammeService programmes;

    @Autowired
    TargetService targets;

    @Autowired
    ConsultationService consultation;

    @Autowired
    SharesInForce shares;

    @Autowired
    PortalClock clock;

    City city;
    UUID programme;
    UUID enterprises;
    UUID investment;
    UUID matching;
    final Map<String, UUID> places = new LinkedHashMap<>();

    @BeforeEach
    void found() {
        city = cities.fresh();
        UUID root = unit("jm_gov", "江门市人民政府", UnitKind.CITY, null);
        PLACES.keySet().forEach(name -> places.put(name, unit("jm_" + places.size(), name, UnitKind.DISTRICT, root)));
        UUID finance = unit("jm_finance", "江门市财政局", UnitKind.DEPARTMENT, root);
        staff.hire(city, "planner", Role.PLANNER, root);
        staff.hire(city, "decider", Role.DECIDER, root);
        places.forEach((name, unit) -> staff.hire(city, certifier(name), Role.CERTIFIER, unit));
        staff.hire(city, "certifier-finance", Role.CERTIFIER, finance);
        List<UUID> all = List.copyOf(places.values());
        programme = cities.in(
                city,
                () -> programmes.found(new NewProgramme(
                        "jm_chuying",
                        ProgrammeKind.PRINTED,
                        new Bilingual("“雏鹰计划”", "Fledgling Eagle Plan"),
                        2015,
                        2017,
                        2014,
                        null,
                        CollectionTerms.USUAL,
                        1,
                        List.of(),
                        List.of(new NewProgramme.Document("江门实施“雏鹰计划”", null, null, "市政府", null, null)))));
        enterprises = indicator("jm_new_enterprises", "新增小微企业", Measure.COUNT, all.subList(0, 3));
        investment = indicator("jm_leveraged_investment", "撬动社会投资", Measure.CNY_YI, all);
        matching = indicator("jm_fund_matching", "配套财政资金", Measure.CNY_YI, List.of(finance));
        target(enterprises, Operator.AT_LEAST, "600", Measure.COUNT);
        target(investment, Operator.MORE_THAN, "800", Measure.CNY_YI);
        target(matching, Operator.EXACTLY, "39", Measure.CNY_YI);
        cities.in(city, () -> {
            programmes.publish(programme);
            return true;
        });
    }

    private UUID unit(String code, String name, UnitKind kind, UUID parent) {
        return cities.in(city, () -> units.add(NewUnit.of(code, name, code, kind, parent)));
    }

    private static String certifier(String place) {
        return "certifier-" + List.copyOf(PLACES.keySet()).indexOf(place);
    }

    private UUID indicator(String code, String name, Measure measure, List<UUID> carriers) {
        Comparison comparison = measure.isMoney() ? Comparison.AMOUNT_CUMULATIVE : Comparison.CUMULATIVE_COUNT;
        return cities.in(
                city,
                () -> programmes.addIndicator(
                        programme,
                        new NewIndicator(
                                code,
                                new Bilingual("发展成效", "Results"),
                                new Bilingual(name, code),
                                measure,
                                measure,
                                comparison,
                                comparison.usualAccumulation(),
                                Direction.HIGHER,
                                SplitLaw.usual(comparison),
                                Definition.NONE,
                                null,
                                Bounds.USUAL,
                                Pace.USUAL,
                                new Source("江门实施“雏鹰计划”", 51, "撬动超过800亿元的社会投资"),
                                List.of(carriers.getFirst()),
                                carriers)));
    }

    private void target(UUID indicator, Operator operator, String value, Measure measure) {
        cities.in(
                city,
                () -> targets.set(
                        indicator,
                        NewTarget.finalOf(
                                new Goal(operator, measure.toBase(new BigDecimal(value)), 2017),
                                FigureStatus.PRINTED,
                                null)));
    }

    @Test
    void jiangmens_targets_go_to_its_districts_and_come_back_signed() throws IOException {
        try (Browsers browsers = Browsers.open();
                Visitor planner = visitor(browsers, "planner");
                Visitor decider = visitor(browsers, "decider");
                Visitor district = visitor(browsers, certifier("新会区"))) {
            String set = begin(planner);
            splitByShare(planner, set);
            splitByHand(planner, set);
            theDepartmentCarriesItAlone(planner, set);
            oneShortIsRefused(planner, set);
            correctInExcel(planner, set);
            counter(planner, district, set);
            decide(planner, decider, set);
            acknowledge(district, set);
            letter(district, set);
            theFiguresHaveArrived();
        }
    }

    private Visitor visitor(Browsers browsers, String login) {
        var visitor = new Visitor(browsers.browser(), port, city.code());
        visitor.open("/sign-in");
        visitor.signInHere(login, Staff.PASSWORD);
        return visitor;
    }

    private static String begin(Visitor planner) {
        planner.open("/target-sets");
        planner.type(planner.page().locator("#name"), "“雏鹰计划”任务分解");
        planner.press(planner.button("新建方案"));
        assertThat(planner.main()).contains("方案已建立", "“新增小微企业”还有单位没有任务数");
        return planner.path();
    }

    /** By base-year share, exact to the last digit; then once more round a number that is pinned. */
    private void splitByShare(Visitor planner, String set) {
        planner.open(set + "/splits/" + investment);
        PLACES.forEach((name, base) ->
                planner.type(planner.page().locator("[id='base-" + places.get(name) + "']"), base.toString()));
        planner.press(planner.button("保存承担单位"));
        planner.press(planner.button("按基期占比"));
        assertThat(residual(planner)).isEqualTo("0");
        assertThat(sum(planner)).isEqualByComparingTo("800");

        Locator first = planner.page().locator(PLACE).first();
        BigDecimal found = new BigDecimal(first.inputValue());
        planner.type(first, "60");
        planner.page().keyboard().press("Enter");
        planner.mark(first, "saved");
        assertThat(residual(planner))
                .isEqualTo(found.subtract(new BigDecimal("60"))
                        .stripTrailingZeros()
                        .toPlainString());
        planner.tabTo(planner.page().locator("input[name^=pin-]").first());
        planner.page().keyboard().press("Space");
        planner.press(planner.button("保存"));
        planner.press(planner.button("按基期占比"));
        assertThat(planner.page().locator(PLACE).first().inputValue())
                .as("what is pinned stays")
                .isEqualTo("60");
        assertThat(sum(planner)).isEqualByComparingTo("800");
        assertThat(planner.main()).contains("合计与目标相符");
        planner.look("decomposition-share");
    }

    /** A block from a sheet: 200, 250 and 149 over three years, one short of 600. */
    private void splitByHand(Visitor planner, String set) {
        planner.open(set + "/splits/" + enterprises);
        Locator cells = planner.page().locator(PLACE);
        planner.tabTo(cells.first());
        planner.paste("60\t70\t70\n80\t80\t90\n49\t50\t50");
        for (int at = 0; at < 9; at++) {
            planner.mark(cells.nth(at), "saved");
        }
        planner.page().reload();
        assertThat(planner.page().locator("[data-total=reached-2017]").innerText())
                .isEqualTo("599");
        assertThat(residual(planner)).isEqualTo("1");
        assertThat(planner.page().locator("[data-total=state-2017]").innerText())
                .isEqualTo("尚有缺口");
        planner.look("decomposition-short");
    }

    private void theDepartmentCarriesItAlone(Visitor planner, String set) {
        planner.open(set + "/splits/" + matching);
        planner.press(planner.button("平均分解"));
        assertThat(planner.page().locator(PLACE).allInnerTexts()).hasSize(3);
        assertThat(sum(planner)).as("B09: six times six and a half").isEqualByComparingTo("39");
    }

    /** A29: everybody agrees, and still 599 of 600 go nowhere. */
    private void oneShortIsRefused(Visitor planner, String set) {
        planner.open(set);
        planner.press(planner.button("发出征求意见"));
        PLACES.keySet().forEach(name -> agree(certifier(name), set));
        agree("certifier-finance", set);
        planner.open(set);
        planner.press(planner.button("送审"));
        assertThat(planner.main()).contains("“新增小微企业”2017 年尚有缺口：差 1 个");
        Locator act = planner.page().locator("details:has(form[action$='/revision'])");
        planner.tabTo(act.locator("summary"));
        planner.page().keyboard().press("Enter");
        planner.type(act.locator("textarea"), "新会区少一个，收回补足");
        planner.press(act.locator("button"));
        assertThat(planner.main()).contains("已收回修改");
    }

    private void agree(String login, String set) {
        cities.as(
                city,
                cities.in(city, () -> accounts.actorOf(login)),
                () -> consultation.agreeAll(UUID.fromString(set.substring(set.lastIndexOf('/') + 1))));
    }

    /** Out, a slip that is named, in again, looked at and confirmed: 150 instead of 149. */
    private void correctInExcel(Visitor planner, String set) throws IOException {
        Download download =
                planner.page().waitForDownload(() -> planner.link("下载任务分解表").click());
        assertThat(download.suggestedFilename()).endsWith("任务分解表.xlsx");
        Path table = folder.resolve("table.xlsx");
        download.saveAs(table);

        planner.press(planner.link("导入 Excel"));
        planner.look("decomposition-import");
        upload(planner, changed(table, "有误.xlsx", "很多"));
        assertThat(planner.main()).contains("有误.xlsx", "有误 1 处");
        planner.press(planner.link("下一步：查看差异"));
        assertThat(planner.main()).contains("01 新增小微企业 E7", "须为数字", "没有写入任何数据");
        assertThat(planner.button("确认写入").count()).isZero();
        planner.press(planner.button("放弃本次导入"));

        upload(planner, changed(table, "补足.xlsx", "51"));
        planner.look("decomposition-recognised");
        planner.press(planner.link("下一步：查看差异"));
        assertThat(row(planner, "cells")).containsSubsequence("新增小微企业", "新会区", "2017", "50", "51", "可写入");
        assertThat(row(planner, "sums")).containsSubsequence("600", "599", "600", "1", "0");
        planner.look("decomposition-differences");
        planner.press(planner.button("确认写入"));
        assertThat(planner.main()).contains("已写入 1 处");
        assertThat(planner.main()).doesNotContain("合计与目标不符");
    }

    private static List<String> row(Visitor visitor, String table) {
        return visitor
                .page()
                .locator("section[aria-labelledby=" + table + "] tbody tr")
                .first()
                .locator("td, th")
                .allInnerTexts()
                .stream()
                .map(text -> text.replace(" 年", "").strip())
                .toList();
    }

    private static void upload(Visitor visitor, Path file) {
        visitor.page().setInputFiles("input[type=file]", file);
        visitor.press(visitor.button("上传并核对"));
    }

    private Path changed(Path table, String name, String typed) throws IOException {
        return Files.write(
                folder.resolve(name),
                Workbooks.edited(
                        Files.readAllBytes(table), workbook -> last(workbook).setCellValue(typed)));
    }

    /** The third district in the third year, found by its codes. */
    private static XSSFCell last(XSSFWorkbook workbook) {
        for (int at = 0; at < workbook.getNumberOfSheets(); at++) {
            XSSFSheet sheet = workbook.getSheetAt(at);
            if (sheet.getRow(3).getCell(0).toString().equals("jm_new_enterprises")) {
                assertThat(sheet.getRow(6).getCell(0).getStringCellValue()).isEqualTo("jm_2");
                assertThat(sheet.getRow(3).getCell(4).getStringCellValue()).isEqualTo("2017");
                return sheet.getRow(6).getCell(4);
            }
        }
        throw new IllegalStateException("the workbook has no sheet of the indicator");
    }

    /** Only the changed line is asked about again; its district offers another number, the planner insists. */
    private void counter(Visitor planner, Visitor district, String set) {
        planner.open(set);
        planner.press(planner.button("发出征求意见"));
        district.open("/my-targets");
        district.press(waiting(district));
        district.type(district.page().locator("#value"), "50");
        district.type(district.page().locator("form[action$='/counter-proposal'] textarea"), "园区二期延后投产");
        district.type(district.page().locator("#evidence"), "园区二期工程进度报告");
        district.press(district.button("反馈意见"));
        assertThat(district.main()).contains("意见已提交");
        planner.open(set);
        assertThat(planner.main()).contains("有意见或提请裁定的任务", "新会区");
        planner.press(planner.page().locator("section[aria-labelledby=disputed] tbody a"));
        assertThat(planner.main()).contains("园区二期延后投产", "园区二期工程进度报告");
        Locator act = planner.page().locator("details:has(form[action$='/insistence'])");
        planner.tabTo(act.locator("summary"));
        planner.page().keyboard().press("Enter");
        planner.type(act.locator("textarea"), "全市目标不变，另有挖潜空间");
        planner.press(act.locator("button"));
        assertThat(planner.main()).contains("已提请裁定");
        planner.open(set);
        planner.press(planner.button("送审"));
        assertThat(planner.main()).contains("已送审");
    }

    private static Locator waiting(Visitor district) {
        return district.page()
                .locator("main tbody tr", new Page.LocatorOptions().setHasText("建议数"))
                .locator("th a")
                .first();
    }

    private void decide(Visitor planner, Visitor decider, String set) {
        decider.open(set);
        decider.press(decider.page().locator("section[aria-labelledby=disputed] tbody a"));
        decider.type(decider.page().locator("form[action$='/settlement'] #value"), "51");
        decider.type(decider.page().locator("form[action$='/settlement'] textarea"), "按建议数执行");
        decider.press(decider.button("裁定"));
        assertThat(decider.main()).contains("已裁定");
        decider.open(set);
        decider.type(decider.page().locator("#documentNo"), DOCUMENT);
        decider.press(decider.button("审定通过"));
        assertThat(decider.main()).contains("已审定");
        planner.open(set);
        planner.press(planner.button("下达任务书"));
        assertThat(planner.main()).contains("任务书已下达", DOCUMENT, "待签收");
        planner.look("decomposition-issued");
    }

    private static void acknowledge(Visitor district, String set) {
        district.open("/my-targets");
        district.look("decomposition-own");
        district.press(district.page()
                .getByRole(
                        com.microsoft.playwright.options.AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("全部签收（6 项）")));
        assertThat(district.main()).contains("已签收 6 项");
        assertThat(set).isNotEmpty();
    }

    private void letter(Visitor district, String set) throws IOException {
        district.open(set + "/letters/" + places.get("新会区"));
        assertThat(district.main()).contains("新会区目标任务书", DOCUMENT, "新增小微企业", "51", "撬动社会投资");
        district.look("decomposition-letter");
        Download download =
                district.page().waitForDownload(() -> district.link("下载 PDF").click());
        Path file = folder.resolve("letter.pdf");
        download.saveAs(file);
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            String text = new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
            assertThat(text)
                    .contains("新会区目标任务书", DOCUMENT, "新增小微企业", "撬动社会投资", "签收时间")
                    .contains(DateTimeFormatter.ofPattern("yyyy年M月d日")
                            .format(cities.in(city, clock::now).atZone(PortalClock.ZONE)));
        }
    }

    /** What is measured against a district is what was issued to it; together they are the whole. */
    private void theFiguresHaveArrived() {
        var numbers = new ArrayList<BigDecimal>();
        for (int year = 2015; year <= 2017; year++) {
            Quarter quarter = new Quarter(year, 1);
            cities.in(city, () -> shares.in(programme, quarter)).stream()
                    .filter(share -> share.indicatorId().equals(enterprises))
                    .map(SharesInForce.Share::value)
                    .forEach(numbers::add);
        }
        assertThat(numbers).hasSize(9);
        assertThat(numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo("600");
    }

    private static String residual(Visitor planner) {
        return planner.page().locator("[data-total=residual-2017]").innerText();
    }

    private static BigDecimal sum(Visitor planner) {
        Locator cells = planner.page().locator(PLACE);
        BigDecimal sum = BigDecimal.ZERO;
        for (int at = 0; at < cells.count(); at++) {
            sum = sum.add(new BigDecimal(cells.nth(at).inputValue()));
        }
        return sum;
    }
}
