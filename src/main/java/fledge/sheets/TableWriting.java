package fledge.sheets;

import fledge.sheets.TableTemplate.Column;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Writes a table as a stream: every cell is text, so that a code of eighteen digits stays one. */
final class TableWriting {

    private static final int LAST_ROW = WorkbookLimits.TABLE.rows() - 1;
    private static final int ROWS_IN_MEMORY = 100;
    private static final int WIDTH = 256;
    private static final short AS_TEXT = 49; // "@" among the formats every workbook has

    private final TableTemplate template;
    private final SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY);
    private final CellStyle text = workbook.createCellStyle();
    private final CellStyle head = workbook.createCellStyle();
    private int written;

    TableWriting(TableTemplate template) {
        this.template = template;
        text.setDataFormat(AS_TEXT);
        head.cloneStyleFrom(text);
        head.setWrapText(true);
        head.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        head.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        Font bold = workbook.createFont();
        bold.setBold(true);
        head.setFont(bold);
    }

    byte[] write(Consumer<Consumer<List<String>>> source) {
        try (workbook;
                var bytes = new ByteArrayOutputStream()) {
            SXSSFSheet table = workbook.createSheet(template.sheet());
            columns(table);
            source.accept(cells -> row(table, cells, text));
            notes();
            choices(table);
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void columns(SXSSFSheet table) {
        for (int column = 0; column < template.columns().size(); column++) {
            table.setColumnWidth(column, template.columns().get(column).width() * WIDTH);
            table.setDefaultColumnStyle(column, text);
        }
        table.createFreezePane(0, 1);
        row(table, template.columns().stream().map(Column::title).toList(), head);
    }

    private void row(Sheet table, List<String> cells, CellStyle style) {
        Row row = table.createRow(written++);
        for (int column = 0; column < cells.size(); column++) {
            var cell = row.createCell(column);
            cell.setCellStyle(style);
            cell.setCellValue(cells.get(column));
        }
    }

    private void notes() {
        if (template.notes().isEmpty()) {
            return;
        }
        Sheet notes = workbook.createSheet(template.notesSheet());
        notes.setColumnWidth(0, 100 * WIDTH);
        for (int line = 0; line < template.notes().size(); line++) {
            notes.createRow(line).createCell(0).setCellValue(template.notes().get(line));
        }
    }

    /** Long lists of choices stand on a sheet of their own: a list inside a rule may have 255 characters only. */
    private void choices(SXSSFSheet table) {
        Sheet choices = workbook.createSheet(template.choices());
        int longest = template.columns().stream()
                .mapToInt(column -> column.choices().size())
                .max()
                .orElse(0);
        for (int line = 0; line < longest; line++) {
            Row row = choices.createRow(line);
            for (int column = 0; column < template.columns().size(); column++) {
                List<String> its = template.columns().get(column).choices();
                if (line < its.size()) {
                    row.createCell(column).setCellValue(its.get(line));
                }
            }
        }
        for (int column = 0; column < template.columns().size(); column++) {
            guide(table, column, template.columns().get(column));
        }
    }

    private void guide(SXSSFSheet table, int number, Column column) {
        if (column.hint().isEmpty()) {
            return;
        }
        String letter = CellReference.convertNumToColString(number);
        DataValidationHelper helper = table.getDataValidationHelper();
        DataValidation validation = helper.createValidation(
                column.choices().isEmpty()
                        ? helper.createCustomConstraint("TRUE")
                        : helper.createFormulaListConstraint("'%s'!$%s$1:$%s$%d"
                                .formatted(
                                        template.choices(),
                                        letter,
                                        letter,
                                        column.choices().size())),
                new CellRangeAddressList(1, LAST_ROW, number, number));
        validation.setEmptyCellAllowed(true);
        validation.setSuppressDropDownArrow(!column.choices().isEmpty());
        validation.createPromptBox(column.title(), column.hint());
        validation.setShowPromptBox(true);
        // A hint and no wall: what is typed is checked when it comes in, and other ways of writing the same are taken.
        validation.setShowErrorBox(false);
        table.addValidationData(validation);
    }
}
