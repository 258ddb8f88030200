package fledge.sheets;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes remarks into somebody's own workbook and leaves the rest of it alone. */
final class Remarking {

    private static final String AUTHOR = "育企通";
    private static final byte[] RED = {(byte) 0xF8, (byte) 0xD0, (byte) 0xD0};

    private final List<CellRemark> remarks;

    /** The styles of the file's own cells, each with red over it once. */
    private final Map<XSSFCellStyle, XSSFCellStyle> reddened = new HashMap<>();

    Remarking(List<CellRemark> remarks) {
        this.remarks = remarks;
    }

    byte[] apply(byte[] file) throws IOException {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file));
                var bytes = new ByteArrayOutputStream()) {
            for (CellRemark remark : remarks) {
                XSSFSheet sheet = workbook.getSheet(remark.sheet());
                if (sheet != null) {
                    apply(workbook, sheet, remark);
                }
            }
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    private void apply(XSSFWorkbook workbook, XSSFSheet sheet, CellRemark remark) {
        XSSFCell cell = cell(sheet, remark.cell());
        if (remark.text() != null) {
            cell.setCellValue(remark.text());
        }
        if (remark.fault()) {
            cell.setCellStyle(reddened.computeIfAbsent(cell.getCellStyle(), own -> red(workbook, own)));
        }
        if (remark.comment() != null) {
            comment(workbook, sheet, cell, remark.comment());
        }
    }

    private static XSSFCell cell(XSSFSheet sheet, CellPosition position) {
        XSSFRow row = sheet.getRow(position.row());
        XSSFRow there = row == null ? sheet.createRow(position.row()) : row;
        XSSFCell cell = there.getCell(position.column());
        return cell == null ? there.createCell(position.column()) : cell;
    }

    private static XSSFCellStyle red(XSSFWorkbook workbook, XSSFCellStyle own) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.cloneStyleFrom(own);
        style.setFillForegroundColor(new XSSFColor(RED, null));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        XSSFFont font = workbook.createFont();
        font.setFontName(own.getFont().getFontName());
        font.setFontHeightInPoints(own.getFont().getFontHeightInPoints());
        font.setColor(IndexedColors.DARK_RED.getIndex());
        style.setFont(font);
        return style;
    }

    private static void comment(XSSFWorkbook workbook, XSSFSheet sheet, XSSFCell cell, String text) {
        cell.removeCellComment();
        var factory = workbook.getCreationHelper();
        XSSFClientAnchor anchor = factory.createClientAnchor();
        anchor.setCol1(cell.getColumnIndex() + 1);
        anchor.setCol2(cell.getColumnIndex() + 4);
        anchor.setRow1(cell.getRowIndex());
        anchor.setRow2(cell.getRowIndex() + 4);
        XSSFComment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
        comment.setString(factory.createRichTextString(text));
        comment.setAuthor(AUTHOR);
        cell.setCellComment(comment);
    }
}
