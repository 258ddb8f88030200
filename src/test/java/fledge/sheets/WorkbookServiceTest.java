package fledge.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fledge.kernel.RuleRefused;
import fledge.sheets.WorkbookContent.Seal;
import fledge.sheets.WorkbookTemplate.Cell;
import fledge.sheets.WorkbookTemplate.Entry;
import fledge.sheets.WorkbookTemplate.Look;
import fledge.support.PortalTest;
import fledge.support.Workbooks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class WorkbookServiceTest {

    private static final WorkbookLimits FEW = new WorkbookLimits(1 << 20, 8 << 20, 20, 10, 50);

    private static final WorkbookTemplate TEMPLATE = new WorkbookTemplate(
            Map.of("city", "luqiao", "quarter", "2026Q3"),
            List.of(new WorkbookTemplate.Sheet(
                    "填报",
                    List.of(20, 16),
                    1,
                    1,
                    List.of(
                            List.of(Cell.of(Look.HEAD, "指标"), Cell.of(Look.HEAD, "本期")),
                            List.of(
                                    Cell.of(Look.TEXT, "新增企业"),
                                    Cell.of(Look.NUMBER, new BigDecimal("1234.5"))
                                            .open(new Entry("新增企业", "按户填写", List.of(), false))),
                            List.of(
                                    Cell.of(Look.TEXT, "已完成"),
                                    Cell.of(Look.TEXT, "").open(new Entry("已完成", "选择", List.of("是", "否"), false)))))));

    @Autowired
    WorkbookService workbooks;

    static Stream<Arguments> hostile() {
        byte[] plain = Workbooks.plain();
        return Stream.of(
                Arguments.of("nothing", new byte[0], "empty"),
                Arguments.of("two megabytes", new byte[2 << 20], "too-large"),
                Arguments.of("a PDF", "%PDF-1.7 …".getBytes(StandardCharsets.UTF_8), "no-workbook"),
                Arguments.of("one byte", new byte[] {'P'}, "no-workbook"),
                Arguments.of("Excel 97", Workbooks.old(), "old-format"),
                Arguments.of("encrypted", Workbooks.encrypted(plain), "encrypted"),
                Arguments.of("an old container cut off", Workbooks.broken(Workbooks.encrypted(plain)), "damaged"),
                Arguments.of("macros", Workbooks.withMacros(plain), "macros"),
                Arguments.of("a link elsewhere", Workbooks.withExternalLink(plain), "points-elsewhere"),
                Arguments.of("a bomb", Workbooks.bomb(plain, 250), "bomb"),
                Arguments.of("a small bomb", Workbooks.bomb(plain, 7), "bomb"),
                Arguments.of("a document", Workbooks.otherDocument(), "no-workbook"),
                Arguments.of("cut off", Workbooks.broken(plain), "damaged"),
                Arguments.of(
                        "an entity in a sheet",
                        Workbooks.withEntity(plain, "xl/worksheets/sheet1.xml", "worksheet"),
                        "damaged"),
                Arguments.of(
                        "an entity in the texts",
                        Workbooks.withEntity(plain, "xl/sharedStrings.xml", "sst"),
                        "damaged"),
                Arguments.of(
                        "an entity in the workbook",
                        Workbooks.withEntity(plain, "xl/workbook.xml", "workbook"),
                        "damaged"),
                Arguments.of(
                        "a text that is not there",
                        Workbooks.inPart(plain, "xl/worksheets/sheet1.xml", "<v>0</v>", "<v>99</v>"),
                        "damaged"),
                Arguments.of("a row far down", with(20, 0), "rows"),
                Arguments.of("a column far out", with(0, 10), "columns"),
                Arguments.of(
                        "many cells",
                        Workbooks.made(workbook -> {
                            for (String name : List.of("一", "二")) {
                                XSSFSheet sheet = workbook.createSheet(name);
                                for (int row = 0; row < 6; row++) {
                                    var made = sheet.createRow(row);
                                    for (int column = 0; column < 5; column++) {
                                        made.createCell(column).setCellValue(1);
                                    }
                                }
                            }
                        }),
                        "cells"));
    }

    private static byte[] with(int row, int column) {
        return Workbooks.made(workbook ->
                workbook.createSheet("表").createRow(row).createCell(column).setCellValue(1));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("hostile")
    void what_is_no_plain_workbook_is_refused_with_its_reason(String what, byte[] file, String reason) {
        assertThatThrownBy(() -> workbooks.read(file, FEW))
                .isInstanceOfSatisfying(
                        RuleRefused.class,
                        refused -> assertThat(refused.reasons().getFirst()).satisfies(first -> {
                            assertThat(first.field()).isEqualTo(WorkbookService.FIELD);
                            assertThat(first.key()).isEqualTo("sheets.refused." + reason);
                        }));
        assertThatThrownBy(() -> workbooks.remark(file, FEW, List.of())).isInstanceOf(RuleRefused.class);
    }

    @Test
    void a_template_is_locked_but_for_its_cells_to_fill_in() throws IOException {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(workbooks.write(TEMPLATE)))) {
            XSSFSheet sheet = workbook.getSheet("填报");
            assertThat(sheet.getProtect()).isTrue();
            assertThat(sheet.getRow(1).getCell(0).getCellStyle().getLocked()).isTrue();
            assertThat(sheet.getRow(1).getCell(1).getCellStyle().getLocked()).isFalse();
            assertThat(sheet.getDataValidations())
                    .hasSize(2)
                    .satisfiesExactly(
                            typed -> assertThat(typed.getPromptBoxText()).isEqualTo("按户填写"),
                            chosen -> assertThat(
                                            chosen.getValidationConstraint().getExplicitListValues())
                                    .containsExactly("是", "否"));
        }
    }

    @Test
    void what_comes_back_is_what_was_typed() {
        byte[] file = Workbooks.edited(workbooks.write(TEMPLATE), workbook -> {
            var row = workbook.getSheet("填报").getRow(1);
            workbook.getSheet("填报").getRow(2).getCell(1).setCellValue("是");
            row.createCell(2).setCellValue("１２３");
            row.createCell(3).setCellValue(0.1 + 0.2);
            row.createCell(4).setCellFormula("SUM(A1:A3)");
            row.createCell(5).setCellValue(true);
            row.createCell(6).setCellValue(LocalDate.of(2026, 9, 30));
            row.getCell(6).setCellStyle(styled(workbook, "yyyy/m/d"));
            row.createCell(7).setCellValue(0.125);
            row.getCell(7).setCellStyle(styled(workbook, "0.00%"));
            row.createCell(8).setCellValue(264_408_000_000d);
            workbook.getSheet("填报").addMergedRegion(CellRangeAddress.valueOf("A5:B6"));
        });
        WorkbookContent read = workbooks.read(file, FEW);
        assertThat(read.seal()).isEqualTo(Seal.GENUINE);
        assertThat(read.identity()).containsOnly(Map.entry("city", "luqiao"), Map.entry("quarter", "2026Q3"));
        SheetContent sheet = read.sheet("填报").orElseThrow();
        assertThat(Stream.iterate(1, column -> column + 1).limit(8).map(column -> sheet.at(1, column)))
                .containsExactly(
                        new CellText(CellKind.NUMBER, "1234.5"),
                        new CellText(CellKind.TEXT, "１２３"),
                        new CellText(CellKind.NUMBER, "0.3"),
                        new CellText(CellKind.FORMULA, "=SUM(A1:A3)"),
                        new CellText(CellKind.BOOLEAN, "TRUE"),
                        new CellText(CellKind.DATE, "2026-09-30"),
                        new CellText(CellKind.NUMBER, "12.5%"),
                        new CellText(CellKind.NUMBER, "264408000000"));
        assertThat(sheet.at(2, 1).text()).isEqualTo("是");
        assertThat(sheet.at(7, 7).isBlank()).isTrue();
        assertThat(sheet.mergedAt(new CellPosition(5, 1)))
                .hasValueSatisfying(area -> assertThat(area.address()).isEqualTo("A5:B6"));
    }

    private static XSSFCellStyle styled(XSSFWorkbook workbook, String format) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }

    @Test
    void a_number_that_no_program_stores_is_handed_on_as_it_stands() {
        byte[] file = with(0, 0);
        for (String raw : List.of("1e309", "0." + "1".repeat(40), "1E1000000000", "NaN")) {
            byte[] changed = Workbooks.inPart(file, "xl/worksheets/sheet1.xml", "<v>1.0</v>", "<v>" + raw + "</v>");
            assertThat(workbooks.read(changed, FEW).sheets().getFirst().at(0, 0).text())
                    .isEqualTo(raw);
        }
        byte[] large = Workbooks.inPart(file, "xl/worksheets/sheet1.xml", "<v>1.0</v>", "<v>1.5E+3</v>");
        assertThat(workbooks.read(large, FEW).sheets().getFirst().at(0, 0).text())
                .isEqualTo("1500");
    }

    @Test
    void a_changed_identity_shows() {
        byte[] file = workbooks.write(TEMPLATE);
        assertThat(workbooks.read(file, FEW).seal()).isEqualTo(Seal.GENUINE);
        byte[] changed = Workbooks.inPart(file, "docProps/custom.xml", "2026Q3", "2026Q2");
        assertThat(workbooks.read(changed, FEW).seal()).isEqualTo(Seal.BROKEN);
        byte[] moved = Workbooks.inPart(file, "docProps/custom.xml", "\"fledge.city\"", "\"fledge.town\"");
        assertThat(workbooks.read(moved, FEW).seal()).isEqualTo(Seal.BROKEN);
        assertThat(workbooks.read(Workbooks.plain(), FEW).seal()).isEqualTo(Seal.MISSING);
    }

    @Test
    void a_file_is_handed_back_with_remarks_and_all_else_as_it_was() throws IOException {
        byte[] file = Workbooks.edited(workbooks.write(TEMPLATE), workbook -> {
            XSSFSheet own = workbook.createSheet("我的底稿");
            own.createRow(0).createCell(0).setCellValue(7);
            own.getRow(0).createCell(1).setCellFormula("A1*2");
            own.createRow(3).createCell(2).setCellValue("备注");
            own.getRow(3).getCell(2).setCellStyle(styled(workbook, "0.0"));
            own.addMergedRegion(CellRangeAddress.valueOf("A8:C8"));
            own.setColumnWidth(2, 5000);
        });
        byte[] back = workbooks.remark(
                file,
                FEW,
                List.of(
                        CellRemark.fault("填报", new CellPosition(1, 1), "不能为负数"),
                        CellRemark.result("填报", new CellPosition(1, 4), "有误", true),
                        CellRemark.result("填报", new CellPosition(2, 4), "可以写入", false)));
        try (var before = new XSSFWorkbook(new ByteArrayInputStream(file));
                var after = new XSSFWorkbook(new ByteArrayInputStream(back))) {
            XSSFCell red = after.getSheet("填报").getRow(1).getCell(1);
            assertThat(red.getNumericCellValue()).isEqualTo(1234.5);
            assertThat(red.getCellStyle().getFillPattern()).isEqualTo(FillPatternType.SOLID_FOREGROUND);
            assertThat(red.getCellStyle().getFillForegroundColorColor().getARGBHex())
                    .isEqualTo("FFF8D0D0");
            assertThat(red.getCellStyle().getLocked()).isFalse();
            assertThat(red.getCellComment().getString().getString()).isEqualTo("不能为负数");
            assertThat(after.getSheet("填报").getRow(1).getCell(4).getStringCellValue())
                    .isEqualTo("有误");
            assertThat(after.getSheet("填报")
                            .getRow(2)
                            .getCell(1)
                            .getCellStyle()
                            .getFillForegroundColorColor()
                            .getARGBHex())
                    .isEqualTo("FFFFF7CC");
            assertThat(after.getSheet("我的底稿").getCTWorksheet().xmlText())
                    .isEqualTo(before.getSheet("我的底稿").getCTWorksheet().xmlText());
            assertThat(after.getSheet("我的底稿").getRow(3).getCell(2).getStringCellValue())
                    .isEqualTo("备注");
        }
        assertThat(workbooks.read(back, FEW).seal()).isEqualTo(Seal.GENUINE);
    }
}
