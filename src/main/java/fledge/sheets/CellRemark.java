package fledge.sheets;

import org.jspecify.annotations.Nullable;

/**
 * What is written into somebody's workbook before it is handed back.
 *
 * @param fault makes the cell red
 * @param comment pinned to the cell
 * @param text takes the place of what stands in the cell; only ever for a column that is ours
 */
public record CellRemark(
        String sheet,
        CellPosition cell,
        boolean fault,
        @Nullable String comment,
        @Nullable String text) {

    /** A red cell with its reason; what stands in it stays. */
    public static CellRemark fault(String sheet, CellPosition cell, String why) {
        return new CellRemark(sheet, cell, true, why, null);
    }

    /** The verdict on a row, in the column for results. */
    public static CellRemark result(String sheet, CellPosition cell, String verdict, boolean fault) {
        return new CellRemark(sheet, cell, fault, null, verdict);
    }
}
