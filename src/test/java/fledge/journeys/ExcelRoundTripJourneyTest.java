package fledge.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fledge.support.PortalTest;
import fledge.support.Workbooks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A preparer takes the return home as a workbook, brings it back with a slip, corrects it, and sees the figures in the grid. */
@PortalTest
class ExcelRoundTripJourneyTest {

    private static final int VALUE = 6;

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    @Test
    void a_return_goes_out_as_a_workbook_and_comes_back() throws IOException {
        try (Browsers browsers = Browsers.open();
                Visitor visitor = new Visitor(browsers.browser(), port, "yingtan")) {
            visitor.open("/sign-in");
            visitor.signIn("preparer");
            visitor.press(visitor.page()
                    .locator("main a", new Page.LocatorOptions().setHasText(Pattern.compile("^(填报|修改退回)"))));
            Download download =
                    visitor.page().waitForDownload(() -> visitor.link("下载模板").click());
            assertThat(download.suggestedFilename()).endsWith("填报表.xlsx");
            Path template = folder.resolve("template.xlsx");
            download.saveAs(template);

            visitor.press(visitor.link("导入 Excel"));
            visitor.look("import-form");
            upload(visitor, Files.write(folder.resolve("信.xlsx"), "不是表格".getBytes(StandardCharsets.UTF_8)));
            assertThat(visitor.main()).contains("所选文件不是 Excel 工作簿");

            upload(visitor, filled(template, "有误.xlsx", first -> first.setCellValue("很多")));
            assertThat(visitor.main()).contains("有误.xlsx", "有误 1 行");
            visitor.look("import-show");
            visitor.press(visitor.link("下一步：查看差异"));
            assertThat(visitor.main()).contains("须为数字");
            visitor.look("import-differences");
            Download remarked = visitor.page()
                    .waitForDownload(() -> visitor.link("下载标注错误的文件").click());
            assertThat(remarked.suggestedFilename()).isEqualTo("有误_校验结果.xlsx");
            visitor.press(visitor.button("放弃本次导入"));

            upload(visitor, filled(template, "填好.xlsx", first -> first.setCellValue("１２")));
            visitor.press(visitor.link("下一步：查看差异"));
            visitor.press(visitor.button("确认写入"));
            assertThat(visitor.path()).endsWith("/form");
            assertThat(visitor.main()).contains("已写入 1 处");
            Locator cells = visitor.page().locator("[data-grid] [data-cell][id^=value-]");
            assertThat(cells.first().inputValue()).isEqualTo("12");
        }
    }

    private static void upload(Visitor visitor, Path file) {
        visitor.page().setInputFiles("input[type=file]", file);
        visitor.press(visitor.button("上传并核对"));
    }

    private Path filled(Path template, String name, Consumer<XSSFCell> change) throws IOException {
        return Files.write(
                folder.resolve(name),
                Workbooks.edited(
                        Files.readAllBytes(template), workbook -> change.accept(first(workbook.getSheetAt(0)))));
    }

    private static XSSFCell first(XSSFSheet sheet) {
        for (int row = 3; row <= sheet.getLastRowNum(); row++) {
            if (!sheet.getRow(row).getCell(0).toString().isEmpty()) {
                return sheet.getRow(row).getCell(VALUE);
            }
        }
        throw new IllegalStateException("the template has no rows");
    }
}
