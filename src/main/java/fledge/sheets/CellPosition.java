package fledge.sheets;

import org.apache.poi.ss.util.CellReference;

/** Where a cell is; row and column count from 0. */
public record CellPosition(int row, int column) {

    static CellPosition of(String address) {
        var reference = new CellReference(address);
        return new CellPosition(reference.getRow(), reference.getCol());
    }

    /** As it stands on the edges of the sheet: {@code F12}. */
    public String address() {
        return new CellReference(row, column).formatAsString();
    }
}
