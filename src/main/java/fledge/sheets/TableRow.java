package fledge.sheets;

import java.util.List;

/** A row of a file of rows, by the number that stands beside it when it is opened; what is left out at its end is blank. */
public record TableRow(int number, List<CellText> cells) {

    public TableRow {
        cells = List.copyOf(cells);
    }

    public CellText at(int column) {
        return column < cells.size() ? cells.get(column) : CellText.BLANK;
    }

    public boolean isBlank() {
        return cells.stream().allMatch(CellText::isBlank);
    }
}
