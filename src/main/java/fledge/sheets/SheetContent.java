package fledge.sheets;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A sheet of somebody's workbook.
 *
 * @param cells what is not blank, row by row
 * @param merged the areas of merged cells
 */
public record SheetContent(String name, Map<CellPosition, CellText> cells, List<Area> merged) {

    /** A rectangle of cells, its last row and column included. */
    public record Area(CellPosition first, CellPosition last) {

        public boolean contains(CellPosition cell) {
            return cell.row() >= first.row()
                    && cell.row() <= last.row()
                    && cell.column() >= first.column()
                    && cell.column() <= last.column();
        }

        public String address() {
            return first.address() + ":" + last.address();
        }
    }

    public CellText at(int row, int column) {
        return cells.getOrDefault(new CellPosition(row, column), CellText.BLANK);
    }

    /** The last row that holds anything; -1 if none does. */
    public int lastRow() {
        return cells.keySet().stream().mapToInt(CellPosition::row).max().orElse(-1);
    }

    /** The merged area that a cell belongs to. */
    public Optional<Area> mergedAt(CellPosition cell) {
        return merged.stream().filter(area -> area.contains(cell)).findFirst();
    }
}
