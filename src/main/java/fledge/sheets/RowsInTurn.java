package fledge.sheets;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Gathers the cells of one row and hands it on when it is over. */
final class RowsInTurn implements SheetReading.Cells {

    private final Consumer<TableRow> rows;
    private List<CellText> row = new ArrayList<>();

    RowsInTurn(Consumer<TableRow> rows) {
        this.rows = rows;
    }

    /** Whoever takes the rows wants no more of them; nothing is wrong with the file. */
    static final class Stopped extends RuntimeException {

        private final RuntimeException why;

        Stopped(RuntimeException why) {
            super(why);
            this.why = why;
        }

        RuntimeException why() {
            return why;
        }
    }

    @Override
    public void take(CellPosition at, CellText content) {
        while (row.size() < at.column()) {
            row.add(CellText.BLANK);
        }
        if (row.size() == at.column()) {
            row.add(content);
        } else {
            row.set(at.column(), content);
        }
    }

    @Override
    public void endRow(int number) {
        List<CellText> ended = row;
        row = new ArrayList<>();
        try {
            rows.accept(new TableRow(number + 1, ended));
        } catch (RuntimeException why) {
            throw new Stopped(why);
        }
    }
}
