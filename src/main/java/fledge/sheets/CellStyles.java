package fledge.sheets;

import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.jspecify.annotations.Nullable;

/** What the style of a cell says about its number. */
record CellStyles(StylesTable table) {

    boolean isDate(int style) {
        XSSFCellStyle found = style(style);
        return found != null && DateUtil.isADateFormat(found.getDataFormat(), found.getDataFormatString());
    }

    /** Who types 12% has 0.12 in the cell. */
    boolean isPercent(int style) {
        XSSFCellStyle found = style(style);
        String format = found == null ? null : found.getDataFormatString();
        return format != null && format.contains("%");
    }

    private @Nullable XSSFCellStyle style(int index) {
        return index < 0 || index >= table.getNumCellStyles() ? null : table.getStyleAt(index);
    }
}
