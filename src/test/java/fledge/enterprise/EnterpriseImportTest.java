package fledge.enterprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.access.Role;
import fledge.enterprise.rules.CreditCode;
import fledge.enterprise.rules.SizeClass;
import fledge.identity.AccountService;
import fledge.identity.NewUnit;
import fledge.identity.UnitKind;
import fledge.identity.UnitService;
import fledge.kernel.RuleRefused;
import fledge.support.Cities;
import fledge.support.Pages;
import fledge.support.PortalTest;
import fledge.support.Race;
import fledge.support.Staff;
import fledge.support.Superuser;
import fledge.support.Witness;
import fledge.support.Workbooks;
import fledge.tenancy.City;
import fledge.tenancy.CurrentCity;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Files of enterprises: every kind of bad row, the same file twice, whatever stops it in the middle, and who may do what. */
@PortalTest
class EnterpriseImportTest {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final List<String> TITLES = List.of(
            "统一社会信用代码",
            "企业名称",
            "行业代码",
            "所在区域",
            "成立日期",
            "规模以上",
            "限额以上",
            "年份",
            "从业人员（人）",
            "营业收入（万元）",
            "资产总额（万元）",
            "数据来源",
            "代码校验不符的理由");

    @Autowired
    Cities cities;

    @Autowired
    Staff staff;

    @Autowired
    UnitService units;

    @Autowired
    AccountService accounts;

    @Autowired
    EnterpriseImportService imports;

    @Autowired
    EnterpriseService enterprises;

    @Autowired
    EnterpriseFinder finder;

    @Autowired
    Superuser superuser;

    @Autowired
    Pages pages;

    @Autowired
    Witness witness;

    @Autowired
    JdbcClient jdbc;

    private City city;
    private UUID district;
    private Actor officer;

    @BeforeEach
    void found() {
        city = cities.fresh();
        UUID unit = staff.unit(city, "window", null);
        district = district("east", "东区");
        officer = hired(city, "officer", Role.CASE_OFFICER, unit);
    }

    private UUID district(String code, String name) {
        return cities.in(city, () -> units.add(NewUnit.of(code, name, "Area " + code, UnitKind.DISTRICT, null)));
    }

    private Actor hired(City where, String login, Role role, UUID unit) {
        staff.hire(where, login, role, unit);
        return CurrentCity.supply(where, () -> accounts.actorOf(login));
    }

    /** Outside of any transaction, as a request and a job are. */
    private <T> T as(Actor actor, Supplier<T> work) {
        return CurrentCity.supply(city, () -> Actor.supply(actor, work));
    }

    private void workOff() {
        as(Actor.SYSTEM, () -> {
            imports.workOff(() -> true);
            return true;
        });
    }

    private static String code(int number) {
        return CreditCode.complete("91331004", "MATT%04d".formatted(number));
    }

    /** A faultless row, with some of its cells otherwise. */
    private static List<String> row(int number, Map<ImportColumn, String> otherwise) {
        var cells = new EnumMap<ImportColumn, String>(Map.of(
                ImportColumn.CREDIT_CODE, code(number),
                ImportColumn.NAME, "东区第" + number + "塑料有限公司",
                ImportColumn.INDUSTRY, "29",
                ImportColumn.DISTRICT, "东区",
                ImportColumn.FOUNDED, "2015-03-01"));
        cells.putAll(otherwise);
        return Arrays.stream(ImportColumn.values())
                .map(column -> cells.getOrDefault(column, ""))
                .toList();
    }

    private static List<String> row(int number) {
        return row(number, Map.of());
    }

    private static List<String> withFigures(int number, String year, String employees, String revenue) {
        return row(
                number,
                Map.of(
                        ImportColumn.YEAR, year,
                        ImportColumn.EMPLOYEES, employees,
                        ImportColumn.REVENUE, revenue));
    }

    private static String csv(List<List<String>> rows) {
        var lines = new ArrayList<List<String>>();
        lines.add(TITLES);
        lines.addAll(rows);
        return lines.stream()
                .map(cells -> cells.stream()
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n"));
    }

    private static byte[] file(List<List<String>> rows) {
        return csv(rows).getBytes(StandardCharsets.UTF_8);
    }

    private static List<List<String>> many(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number -> withFigures(number, "2024", "19", "1000"))
                .toList();
    }

    private UUID upload(byte[] file) {
        return as(officer, () -> imports.upload("名单.csv", file));
    }

    private UUID read(byte[] file) {
        UUID id = upload(file);
        workOff();
        return id;
    }

    private ImportView view(UUID id) {
        return as(officer, () -> imports.one(id));
    }

    private List<ImportRow> rows(UUID id, ImportVerdict verdict) {
        return as(officer, () -> imports.rows(id, verdict, 0, 1000));
    }

    private void confirm(UUID id) {
        as(officer, () -> {
            imports.confirm(id);
            return true;
        });
    }

    private ImportView write(UUID id) {
        confirm(id);
        workOff();
        return view(id);
    }

    private int registered() {
        return cities.in(
                city,
                () -> jdbc.sql("select count(*) from enterprise where city_id = current_city()")
                        .query(Integer.class)
                        .single());
    }

    /** What is wrong, and the column and the words by which the officer is told. */
    private record Bad(ImportColumn column, String value, String said) {}

    private static final List<Bad> BAD = List.of(
            new Bad(ImportColumn.CREDIT_CODE, "", "应为 18 位，现填 0 位"),
            new Bad(ImportColumn.CREDIT_CODE, "9133", "应为 18 位，现填 4 位"),
            new Bad(ImportColumn.CREDIT_CODE, "91331004MATT0002IR", "第 17 位“I”有误"),
            new Bad(ImportColumn.CREDIT_CODE, "9133A004MATT00022R", "第 5 位“A”有误"),
            new Bad(ImportColumn.CREDIT_CODE, "91331004MATT00022X", "第 18 位校验码应为“R”"),
            new Bad(ImportColumn.NAME, "", "填写企业名称"),
            new Bad(ImportColumn.NAME, "长".repeat(101), "企业名称不能超过 100 个字"),
            new Bad(ImportColumn.NAME, "东区\u0007有限公司", "无法显示的字符"),
            new Bad(ImportColumn.INDUSTRY, "", "请选择行业"),
            new Bad(ImportColumn.INDUSTRY, "98", "请选择行业"),
            new Bad(ImportColumn.INDUSTRY, "59", "请选择行业"),
            new Bad(ImportColumn.INDUSTRY, "不存在的行业", "请选择行业"),
            new Bad(ImportColumn.DISTRICT, "", "请从模板的列表中选择"),
            new Bad(ImportColumn.DISTRICT, "火星区", "请从模板的列表中选择"),
            new Bad(ImportColumn.DISTRICT, "双名镇", "有两个区域都叫这个名称"),
            new Bad(ImportColumn.FOUNDED, "", "填写日期"),
            new Bad(ImportColumn.FOUNDED, "2026-13-01", "填写日期"),
            new Bad(ImportColumn.FOUNDED, "2023-02-29", "填写日期"),
            new Bad(ImportColumn.FOUNDED, "昨天", "填写日期"),
            new Bad(ImportColumn.FOUNDED, "2999-01-01", "不能晚于今天"),
            new Bad(ImportColumn.FOUNDED, "1899-12-31", "不能早于 1900-01-01"),
            new Bad(ImportColumn.ABOVE_SCALE, "也许", "填写“是”或“否”"),
            new Bad(ImportColumn.ABOVE_LIMIT, "2", "填写“是”或“否”"),
            new Bad(ImportColumn.YEAR, "去年", "年份填写整数"),
            new Bad(ImportColumn.YEAR, "2014", "年份应在 2015 至"),
            new Bad(ImportColumn.YEAR, "2999", "年份应在 2015 至"),
            new Bad(ImportColumn.YEAR, "2024", "至少填写一项"),
            new Bad(ImportColumn.EMPLOYEES, "12.5", "从业人员填写整数"),
            new Bad(ImportColumn.EMPLOYEES, "-3", "超出合理范围"),
            new Bad(ImportColumn.EMPLOYEES, "99999999", "超出合理范围"),
            new Bad(ImportColumn.REVENUE, "1e309", "营业收入填写数字"),
            new Bad(ImportColumn.REVENUE, "NaN", "营业收入填写数字"),
            new Bad(ImportColumn.REVENUE, "12亿", "营业收入填写数字"),
            new Bad(ImportColumn.REVENUE, "999999999999", "超出合理范围"),
            new Bad(ImportColumn.ASSETS, "-1", "超出合理范围"),
            new Bad(ImportColumn.ASSETS, "0x1F", "资产总额填写数字"),
            new Bad(ImportColumn.SOURCE, "源".repeat(201), "数据来源不能超过 200 个字"),
            new Bad(ImportColumn.CODE_REASON, "早", "至少 6 个字"));

    /** Each bad row beside good ones, in one file: named by row, column and value, with what to do; the good ones are new. */
    @Test
    void every_kind_of_bad_row_is_named_and_the_good_ones_are_taken() {
        district("twin-1", "双名镇");
        district("twin-2", "双名镇");
        var file = new ArrayList<List<String>>();
        for (int at = 0; at < BAD.size(); at++) {
            file.add(row(at, otherwise(BAD.get(at))));
        }
        int first = file.size() + 2;
        file.add(row(500));
        file.add(row(500));
        UUID id = read(file(file));

        ImportView view = view(id);
        assertThat(view.status()).isEqualTo(ImportStatus.READ);
        assertThat(view.count(ImportVerdict.REFUSED)).isEqualTo(BAD.size() + 1);
        assertThat(view.count(ImportVerdict.NEW)).isEqualTo(1);
        List<ImportRow> refused = rows(id, ImportVerdict.REFUSED);
        for (int at = 0; at < BAD.size(); at++) {
            Bad bad = BAD.get(at);
            ImportRow row = refused.get(at);
            assertThat(row.number()).isEqualTo(at + 2);
            ImportColumn named = bad.said().contains("至少填写一项") ? ImportColumn.EMPLOYEES : bad.column();
            assertThat(row.findings()).as("%s", bad).anySatisfy(finding -> {
                assertThat(finding.field()).isEqualTo(named.field());
                assertThat(named == bad.column() ? finding.found() : bad.value())
                        .isEqualTo(bad.value());
            });
        }
        assertThat(registered()).isZero();

        Document page = pages.open(city, officer, "/enterprises/imports/" + id + "?verdict=REFUSED&size=100");
        List<String> shown = page.select("main tbody tr").eachText();
        for (int at = 0; at < BAD.size(); at++) {
            String number = Integer.toString(at + 2);
            Bad bad = BAD.get(at);
            assertThat(shown)
                    .as("%s", bad)
                    .anyMatch(line -> line.startsWith(number + " ") && line.contains(bad.said()));
        }
        assertThat(shown)
                .anyMatch(line -> line.startsWith((first + 1) + " ") && line.contains("与第 " + first + " 行是同一家企业"));

        ImportView done = write(id);
        assertThat(done.status()).isEqualTo(ImportStatus.DONE);
        assertThat(registered()).isEqualTo(1);
        witness.assertTells(city, id, "enterprise-import", "RECEIVED", ImportStatus.DONE, "import");
        witness.assertWhole(city);
    }

    private static Map<ImportColumn, String> otherwise(Bad bad) {
        var otherwise = new EnumMap<ImportColumn, String>(ImportColumn.class);
        boolean figure = List.of(ImportColumn.EMPLOYEES, ImportColumn.REVENUE, ImportColumn.ASSETS, ImportColumn.SOURCE)
                .contains(bad.column());
        if (figure || bad.said().contains("年份")) {
            otherwise.put(ImportColumn.YEAR, "2024");
            otherwise.put(ImportColumn.EMPLOYEES, "10");
        }
        if (bad.column() == ImportColumn.CODE_REASON) {
            otherwise.put(ImportColumn.CREDIT_CODE, "91331004MATT00023X");
        }
        otherwise.put(bad.column(), bad.value());
        return otherwise;
    }

    @Test
    void what_people_write_otherwise_is_understood() {
        UUID id = read(file(List.of(
                row(1, Map.of(ImportColumn.FOUNDED, "2015年3月1日", ImportColumn.INDUSTRY, "C2911")),
                row(2, Map.of(ImportColumn.FOUNDED, "20150301", ImportColumn.INDUSTRY, "29 橡胶和塑料制品业")),
                row(3, Map.of(ImportColumn.FOUNDED, "２０１５.３.１", ImportColumn.INDUSTRY, "1")),
                row(4, Map.of(ImportColumn.DISTRICT, "east", ImportColumn.INDUSTRY, "7020")),
                row(5, Map.of(ImportColumn.ABOVE_SCALE, "是", ImportColumn.NAME, " 东区(路桥)  塑料有限公司 ")),
                row(
                        6,
                        Map.of(
                                ImportColumn.YEAR,
                                "２０２４",
                                ImportColumn.REVENUE,
                                "１，２３４．５",
                                ImportColumn.CREDIT_CODE,
                                "9133 1004-matt" + code(6).substring(12))))));
        assertThat(view(id).count(ImportVerdict.NEW))
                .as("%s", rows(id, ImportVerdict.REFUSED))
                .isEqualTo(6);
        write(id);
        List<EnterpriseLine> lines =
                as(officer, () -> finder.page(new EnterpriseFilter("", null, null, null, null, null), 0, 50));
        assertThat(lines)
                .extracting(EnterpriseLine::industryCode)
                .containsExactlyInAnyOrder("29", "29", "01", "702", "29", "29");
        assertThat(lines).extracting(EnterpriseLine::nameZh).contains("东区（路桥） 塑料有限公司");
        UUID sixth = lines.stream()
                .filter(line -> line.creditCode().equals(code(6)))
                .findFirst()
                .orElseThrow()
                .id();
        EnterpriseFile file = as(officer, () -> finder.file(sixth));
        assertThat(file.years().getFirst().figures().revenueFen()).isEqualTo(1_234_500_000L);
        assertThat(file.years().getFirst().source()).isEqualTo("批量导入：名单.csv");
    }

    @Test
    void a_file_is_read_in_the_encodings_and_formats_people_have() {
        List<List<String>> rows = List.of(row(1), withFigures(2, "2024", "19", "1000"));
        String csv = csv(rows);
        for (byte[] file : List.of(
                ("\ufeff" + csv).getBytes(StandardCharsets.UTF_8),
                csv.getBytes(GB18030),
                csv.replace("\",\"", "\"\t\"").getBytes(GB18030),
                ("企业名单,,\n\n" + csv).getBytes(StandardCharsets.UTF_8),
                workbook(rows))) {
            UUID id = read(file);
            assertThat(view(id).count(ImportVerdict.NEW)).isEqualTo(2);
            as(officer, () -> {
                imports.discard(id);
                return true;
            });
        }
        assertThat(registered()).isZero();
    }

    /** The template itself, filled in. */
    private byte[] workbook(List<List<String>> rows) {
        return Workbooks.edited(as(officer, () -> imports.template()), workbook -> {
            XSSFSheet sheet = workbook.getSheetAt(0);
            for (int at = 0; at < rows.size(); at++) {
                Row row = sheet.createRow(at + 1);
                for (int column = 0; column < rows.get(at).size(); column++) {
                    row.createCell(column).setCellValue(rows.get(at).get(column));
                }
            }
        });
    }

    @Test
    void cells_that_are_no_plain_values_are_named() {
        byte[] file = Workbooks.edited(workbook(List.of(row(1), row(2), row(3))), workbook -> {
            XSSFSheet sheet = workbook.getSheetAt(0);
            sheet.getRow(1).getCell(1).setCellFormula("\"东区\"&\"公司\"");
            sheet.getRow(2).getCell(0).setCellValue(913310041234567890d);
            sheet.getRow(3).getCell(4).setCellErrorValue((byte) 0x17);
        });
        UUID id = read(file);
        assertThat(rows(id, ImportVerdict.REFUSED))
                .extracting(
                        row -> row.findings().getFirst().field(),
                        row -> row.findings().getFirst().key())
                .containsExactly(
                        tuple("nameZh", "enterprise.import.refused.formula"),
                        tuple("creditCode", "enterprise.import.refused.code-is-number"),
                        tuple("foundedOn", "enterprise.import.refused.formula"));
        assertThatThrownBy(() -> confirm(id)).isInstanceOf(RuleRefused.class);
    }

    @Test
    void a_file_that_is_no_list_is_refused_before_it_is_kept() {
        String csv = csv(List.of(row(1)));
        refuses(new byte[0], "sheets.refused.empty");
        refuses(Workbooks.encrypted(Workbooks.plain()), "sheets.refused.encrypted");
        refuses(Workbooks.old(), "sheets.refused.old-format");
        refuses(Workbooks.bomb(Workbooks.plain(), 100), "sheets.refused.bomb");
        refuses(Workbooks.plain(), "enterprise.import.refused.no-titles");
        refuses("PK\3\4 nonsense".getBytes(StandardCharsets.UTF_8), "sheets.refused");
        refuses("%PDF-1.7 nothing".getBytes(StandardCharsets.UTF_8), "enterprise.import.refused.no-titles");
        refuses(new byte[] {1, 0, 2, 0}, "sheets.refused.no-table");
        refuses(csv.getBytes(StandardCharsets.UTF_16), "sheets.refused");
        refuses(new byte[] {(byte) 0xff, (byte) 0xff, (byte) 0xff}, "sheets.refused.encoding");
        refuses((csv + "\n\"open").getBytes(StandardCharsets.UTF_8), null);
        refuses(csv(List.of()).getBytes(StandardCharsets.UTF_8), "enterprise.import.refused.no-rows");
        refuses(
                csv.replace("\"所在区域\",", "\"镇\",").getBytes(StandardCharsets.UTF_8),
                "enterprise.import.refused.missing");
        refuses(csv.replace("营业收入（万元）", "营业收入（元）").getBytes(StandardCharsets.UTF_8), "enterprise.import.refused.unit");
        refuses(csv.replace("数据来源", "企业名称").getBytes(StandardCharsets.UTF_8), "enterprise.import.refused.twice");
    }

    /** Refused at once, or, with {@code why} null, as soon as the job comes to where it is broken. */
    private void refuses(byte[] file, String why) {
        if (why == null) {
            UUID id = read(file);
            assertThat(view(id).status()).isEqualTo(ImportStatus.REFUSED);
            assertThat(as(officer, () -> imports.aboutFile(id)))
                    .extracting(ImportFinding::key)
                    .containsExactly("sheets.refused.quote");
            assertThat(pages.open(city, officer, "/enterprises/imports/" + id).text())
                    .contains("有一个英文引号没有配对");
        } else {
            assertThatThrownBy(() -> upload(file))
                    .isInstanceOf(RuleRefused.class)
                    .hasMessageContaining(why);
        }
    }

    @Test
    void a_column_that_is_not_of_the_template_is_left_out_and_named() {
        UUID id = read(csv(List.of(row(1))).replace("数据来源", "联系电话").getBytes(StandardCharsets.UTF_8));
        assertThat(pages.open(city, officer, "/enterprises/imports/" + id).text())
                .contains("“联系电话”一列不在模板中");
    }

    @Test
    void the_same_file_twice_changes_nothing_and_a_changed_one_shows_old_and_new() {
        byte[] file = file(many(1, 40));
        write(read(file));
        assertThat(registered()).isEqualTo(39);
        List<String> before = witness.rows(city, "enterprise", "enterprise_year");

        UUID again = read(file);
        assertThat(view(again).count(ImportVerdict.UNCHANGED)).isEqualTo(39);
        assertThatThrownBy(() -> confirm(again)).isInstanceOf(RuleRefused.class).hasMessageContaining("nothing");
        assertThat(pages.open(city, officer, "/enterprises/imports/" + again).text())
                .contains("与名录一致，不写入");
        discard(again);
        assertThat(witness.rows(city, "enterprise", "enterprise_year")).isEqualTo(before);

        UUID changed = read(file(List.of(
                row(1, Map.of(ImportColumn.NAME, "东区改名机电有限公司", ImportColumn.INDUSTRY, "34")),
                withFigures(2, "2024", "350", ""),
                withFigures(3, "2023", "5", "10"),
                row(4))));
        Document page = pages.open(city, officer, "/enterprises/imports/" + changed + "?verdict=CHANGED");
        assertThat(page.select("main tbody tr").eachText())
                .anySatisfy(line -> assertThat(line).contains("企业名称", "东区第1塑料有限公司", "东区改名机电有限公司"))
                .anySatisfy(line -> assertThat(line).contains("行业代码", "29 橡胶和塑料制品业", "34 通用设备制造业"))
                .anySatisfy(line -> assertThat(line).contains("2024 年从业人员（人）", "19", "350"));
        assertThat(view(changed).count(ImportVerdict.UNCHANGED)).isEqualTo(1);
        ImportView done = write(changed);
        assertThat(done.count(ImportVerdict.CHANGED)).isEqualTo(3);
        assertThat(done.count(ImportVerdict.OVERTAKEN)).isZero();
        assertThat(registered()).isEqualTo(39);
        assertThat(found("改名机电")).hasSize(1);
        assertThat(found("东区第1塑料")).isEmpty();
        EnterpriseFile second =
                as(officer, () -> finder.file(found("东区第2塑料").getFirst().id()));
        assertThat(second.years().getFirst().figures().employees()).isEqualTo(350L);
        assertThat(second.years().getFirst().figures().revenueFen())
                .as("an empty cell keeps")
                .isEqualTo(1_000_000_000L);
        assertThat(as(officer, () -> finder.file(found("东区第3塑料").getFirst().id()))
                        .years())
                .hasSize(2);
    }

    private List<EnterpriseLine> found(String words) {
        return as(officer, () -> finder.page(new EnterpriseFilter(words, null, null, null, null, null), 0, 50));
    }

    private void discard(UUID id) {
        as(officer, () -> {
            imports.discard(id);
            return true;
        });
    }

    @Test
    void the_rows_of_an_import_are_forgotten_ninety_days_after_it_ended_and_its_counts_are_not() {
        UUID kept = write(read(file(many(1, 6)))).id();
        UUID old = write(read(file(List.of(row(7), row(8, Map.of(ImportColumn.NAME, ""))))))
                .id();
        superuser.run(
                "update enterprise_import set uploaded_at = uploaded_at - interval '91 days', ended_at = ended_at - interval '90 days'"
                        + " where id = '" + old + "'");
        assertThat(forgetOldRows()).isTrue();
        assertThat(forgetOldRows()).isFalse();

        assertThat(view(old).count(ImportVerdict.NEW)).isEqualTo(1);
        Document page = pages.open(city, officer, "/enterprises/imports/" + old);
        assertThat(page.text()).contains("逐行明细于", "审计日志", "不能导入");
        assertThat(page.select("main .tile a, main tbody tr")).isEmpty();
        assertThat(pages.send(city, officer, HttpMethod.GET, "/enterprises/imports/" + old + "/left-out.xlsx")
                        .getStatus())
                .isEqualTo(404);
        assertThat(stagedRows(old)).isZero();
        assertThat(stagedRows(kept)).isEqualTo(5);
        assertThat(found("东区第7塑料")).hasSize(1);
        UUID open = read(file(many(9, 12)));
        assertThatThrownBy(() -> superuser.run(
                        "update enterprise_import set rows_forgotten_at = uploaded_at - interval '1 hour' where id = '"
                                + kept + "'"))
                .rootCause()
                .hasMessageContaining("only_ended_imports_are_forgotten");
        superuser.run(
                "update enterprise_import set uploaded_at = uploaded_at - interval '1 year' where id = '" + open + "'");
        assertThat(forgetOldRows()).as("what still waits for an officer").isFalse();
    }

    private boolean forgetOldRows() {
        return as(Actor.SYSTEM, imports::forgetOldRows);
    }

    private int stagedRows(UUID id) {
        return cities.in(
                city,
                () -> jdbc.sql("select count(*) from enterprise_import_row where import_id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single());
    }

    @Test
    void what_the_register_learnt_after_the_reading_is_not_overwritten() {
        write(read(file(List.of(row(1), row(2)))));
        UUID id = read(file(List.of(
                row(1, Map.of(ImportColumn.NAME, "东区文件里的名称有限公司")),
                row(2, Map.of(ImportColumn.NAME, "东区第二家新名称有限公司")),
                row(3))));
        EnterpriseView first =
                as(officer, () -> finder.one(found("东区第1塑料").getFirst().id()));
        as(officer, () -> {
            enterprises.revise(
                    first.id(),
                    first.version(),
                    new EnterpriseTerms("东区另行修改有限公司", "29", district, first.foundedOn(), false, false));
            return enterprises.register(NewEnterprise.of(
                    code(3),
                    "",
                    new EnterpriseTerms("东区先登记有限公司", "29", district, LocalDate.of(2016, 1, 1), false, false)));
        });
        ImportView done = write(id);
        assertThat(done.count(ImportVerdict.OVERTAKEN)).isEqualTo(2);
        assertThat(done.count(ImportVerdict.CHANGED)).isEqualTo(1);
        assertThat(found("另行修改")).hasSize(1);
        assertThat(found("先登记")).hasSize(1);
        assertThat(found("第二家新名称")).hasSize(1);
        assertThat(pages.open(city, officer, "/enterprises/imports/" + id).text())
                .contains("读取以后名录已另行变动");
    }

    /** A batch is all there or not at all, and the next run goes on behind the last one that was kept. */
    @Test
    void a_death_in_the_middle_of_a_batch_leaves_whole_batches_and_the_job_goes_on() {
        UUID id = read(file(many(1, 2201)));
        assertThat(view(id).count(ImportVerdict.NEW)).isEqualTo(2200);
        confirm(id);
        superuser.run(
                "create function dies() returns trigger language plpgsql as 'begin raise exception ''killed''; end'",
                "create trigger dies before insert on enterprise for each row when (new.credit_code = '" + code(1700)
                        + "') execute function dies()");
        try {
            assertThatThrownBy(this::workOff).hasStackTraceContaining("killed");
        } finally {
            superuser.run("drop trigger dies on enterprise", "drop function dies()");
        }
        assertThat(registered()).as("the first batch and nothing of the second").isEqualTo(1000);
        assertThat(view(id).status()).isEqualTo(ImportStatus.CONFIRMED);
        assertThat(view(id).done()).isEqualTo(1000);
        assertThat(pages.open(city, officer, "/enterprises/imports/" + id).text())
                .contains("正在写入名录，已完成 1,000 / 2,200 家");
        witness.assertWhole(city);

        workOff();
        assertThat(view(id).status()).isEqualTo(ImportStatus.DONE);
        assertThat(registered()).isEqualTo(2200);
        assertThat(entries("EnterpriseRegistered"))
                .as("each enterprise once in the trail")
                .isEqualTo(2200);
        assertThat(as(officer, () -> finder.counts(new EnterpriseFilter("", null, null, null, null, null))))
                .extracting(ClassCount::size, ClassCount::number)
                .containsExactly(tuple(SizeClass.MICRO, 2200));
        witness.assertTells(city, id, "enterprise-import", "RECEIVED", ImportStatus.DONE, "import");
        witness.assertWhole(city);
    }

    private int entries(String action) {
        return cities.in(
                city,
                () -> jdbc.sql("select count(*) from audit_entry where city_id = current_city() and action = ?")
                        .param(action)
                        .query(Integer.class)
                        .single());
    }

    @Test
    void a_stopping_portal_leaves_off_between_batches_and_goes_on_later() {
        UUID id = upload(file(many(1, 2501)));
        stoppingAfter(1);
        assertThat(view(id).status()).isEqualTo(ImportStatus.RECEIVED);
        assertThat(view(id).rows()).isEqualTo(1000);
        workOff();
        assertThat(view(id).count(ImportVerdict.NEW))
                .as("read anew, nothing twice")
                .isEqualTo(2500);
        confirm(id);
        stoppingAfter(1);
        assertThat(registered()).isEqualTo(1000);
        workOff();
        assertThat(registered()).isEqualTo(2500);
        assertThat(view(id).status()).isEqualTo(ImportStatus.DONE);
    }

    private void stoppingAfter(int batches) {
        var asked = new AtomicInteger();
        as(Actor.SYSTEM, () -> {
            imports.workOff(() -> asked.getAndIncrement() < batches);
            return true;
        });
    }

    @Test
    void of_two_who_confirm_one_does_and_two_jobs_at_once_write_each_row_once() throws Exception {
        UUID id = read(file(many(1, 1101)));
        Callable<Object> confirming = () -> {
            confirm(id);
            return "confirmed";
        };
        List<Object> outcomes = new Race("two confirmations").run(confirming, confirming);
        assertThat(outcomes).filteredOn("confirmed"::equals).hasSize(1);
        assertThat(outcomes).filteredOn(RuleRefused.class::isInstance).hasSize(1);
        Callable<Object> working = () -> {
            workOff();
            return "worked";
        };
        assertThat(new Race("two jobs").run(working, working)).containsOnly("worked");
        assertThat(registered()).isEqualTo(1100);
        assertThat(view(id).status()).isEqualTo(ImportStatus.DONE);
        assertThat(view(id).done()).isEqualTo(1100);
        witness.assertWhole(city);
    }

    @Test
    void one_import_at_a_time_and_a_discarded_one_makes_room() throws Exception {
        byte[] file = file(List.of(row(1)));
        List<Object> outcomes = new Race("two uploads").run(() -> upload(file), () -> upload(file));
        assertThat(outcomes).filteredOn(UUID.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(RuleRefused.class::isInstance).hasSize(1);
        UUID open = (UUID)
                outcomes.stream().filter(UUID.class::isInstance).findFirst().orElseThrow();
        assertThat(pages.open(city, officer, "/enterprises/imports").text()).contains("有一项导入还没有办完");
        Document next = pages.press(
                city, officer, "/enterprises/imports/" + open, "/enterprises/imports/" + open + "/withdrawal");
        assertThat(next.text()).contains("已放弃导入");
        workOff();
        assertThat(view(open).status()).isEqualTo(ImportStatus.DISCARDED);
        assertThat(next.select("input[type=file]")).hasSize(1);
        upload(file);
    }

    @Test
    void who_lost_the_right_writes_nothing_more_and_somebody_else_goes_on() {
        UUID id = read(file(many(1, 11)));
        confirm(id);
        UUID unit = staff.unit(city, "plan", null);
        Actor planner = hired(city, "planner", Role.PLANNER, unit);
        superuser.run(
                "update enterprise_import set confirmed_with = '" + planner.accountId() + "' where id = '" + id + "'");
        workOff();
        assertThat(registered()).isZero();
        assertThat(view(id).status()).isEqualTo(ImportStatus.READ);
        assertThat(write(id).status()).isEqualTo(ImportStatus.DONE);
        assertThat(registered()).isEqualTo(10);
        assertThatThrownBy(() -> as(planner, () -> imports.upload("名单.csv", file(List.of(row(1))))))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(as(planner, () -> imports.one(id)).status()).isEqualTo(ImportStatus.DONE);
        assertThat(pages.send(city, planner, HttpMethod.POST, "/enterprises/imports/" + id + "/confirmation")
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void another_city_sees_nothing_of_it() {
        UUID id = read(file(List.of(row(1), row(2, Map.of(ImportColumn.NAME, "")))));
        City other = cities.fresh();
        Actor stranger = hired(other, "stranger", Role.CASE_OFFICER, staff.unit(other, "window", null));
        for (String path : List.of("", "/left-out.xlsx")) {
            assertThat(pages.send(other, stranger, HttpMethod.GET, "/enterprises/imports/" + id + path)
                            .getStatus())
                    .isEqualTo(404);
        }
        for (String path : List.of("/confirmation", "/withdrawal")) {
            assertThat(pages.send(other, stranger, HttpMethod.POST, "/enterprises/imports/" + id + path)
                            .getStatus())
                    .isEqualTo(404);
        }
        assertThatThrownBy(() -> CurrentCity.supply(
                        other, () -> Actor.supply(stranger, () -> imports.rows(id, ImportVerdict.NEW, 0, 10))))
                .isInstanceOf(NotFound.class);
        for (String table : List.of(
                "enterprise_import", "enterprise_import_row", "enterprise_import_finding", "enterprise_import_file")) {
            assertThat(cities.in(
                            other,
                            () -> jdbc.sql("select count(*) from " + table)
                                    .query(Integer.class)
                                    .single()))
                    .as(table)
                    .isZero();
        }
        assertThat(view(id).status()).isEqualTo(ImportStatus.READ);
    }

    /** What was left out comes back as a workbook with what to do; put right, only that is handed in again. */
    @Test
    void the_rows_left_out_are_put_right_and_handed_in_again() {
        UUID id =
                read(file(List.of(row(1), row(2, Map.of(ImportColumn.NAME, "", ImportColumn.FOUNDED, "2026-13-01")))));
        write(id);
        byte[] leftOut = pages.send(city, officer, HttpMethod.GET, "/enterprises/imports/" + id + "/left-out.xlsx")
                .getContentAsByteArray();
        byte[] corrected = Workbooks.edited(leftOut, workbook -> {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(1);
            assertThat(sheet.getRow(1).getCell(ImportColumn.values().length).getStringCellValue())
                    .contains("企业名称：填写企业名称")
                    .contains("成立日期：");
            sheet.getRow(1).createCell(1).setCellValue("东区补齐名称有限公司");
            sheet.getRow(1).createCell(4).setCellValue("2016-01-01");
        });
        assertThat(write(read(corrected)).count(ImportVerdict.NEW)).isEqualTo(1);
        assertThat(registered()).isEqualTo(2);
    }
}
