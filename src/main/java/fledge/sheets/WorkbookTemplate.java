package fledge.sheets;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A workbook for people to fill in.
 *
 * @param identity what the file has to say about itself when it comes back; hidden in its properties and sealed
 */
public record WorkbookTemplate(Map<String, String> identity, List<Sheet> sheets) {

    /**
     * A protected sheet: only cells with an {@link Entry} can be written.
     *
     * @param widths of the columns, in characters
     * @param frozenRows how many rows stay in view above
     * @param frozenColumns how many columns stay in view on the left
     */
    public record Sheet(String name, List<Integer> widths, int frozenRows, int frozenColumns, List<List<Cell>> rows) {

        private static final int LONGEST_NAME = 31;

        /** A name that a sheet may have and a formula may cite: as much of the text as fits, without marks of their own meaning. */
        public static String nameOf(String text) {
            String plain = text.replaceAll("[\\[\\]:*?/\\\\'\\p{Cntrl}]", " ").strip();
            return plain.substring(0, Math.min(plain.length(), LONGEST_NAME)).strip();
        }
    }

    /**
     * A formula, which goes on reckoning while the workbook is filled in.
     *
     * @param text without the equals sign
     * @param decimals shown of what it comes to
     */
    public record Formula(String text, int decimals) {}

    /**
     * A cell.
     *
     * @param span how many columns it stretches over
     */
    public record Cell(Object value, Look look, @Nullable Entry entry, int span) {

        public static Cell of(Look look, String text) {
            return new Cell(text, look, null, 1);
        }

        /** A number that can be reckoned with; one with more digits than a workbook keeps stands as text. */
        public static Cell of(Look look, @Nullable BigDecimal number) {
            return new Cell(number == null ? "" : number, look, null, 1);
        }

        public static Cell of(Look look, Formula formula) {
            return new Cell(formula, look, null, 1);
        }

        public Cell across(int columns) {
            return new Cell(value, look, entry, columns);
        }

        /** The same cell, open to be filled in. */
        public Cell open(Entry by) {
            return open(by, Look.ENTRY);
        }

        /** The same cell, open to be filled in, in a look of its own. */
        public Cell open(Entry by, Look as) {
            return new Cell(value, as, by, span);
        }
    }

    /**
     * How a cell may be filled in.
     *
     * @param hint shown when the cell is chosen
     * @param choices to choose from; anything, if there are none
     * @param lines whether it is for a text of several lines
     */
    public record Entry(String title, String hint, List<String> choices, boolean lines) {}

    /** How a cell looks. */
    public enum Look {
        TITLE,
        HEAD,
        GROUP,
        TEXT,
        NUMBER,
        /** To be filled in. */
        ENTRY,
        /** To be filled in, but kept by whoever fills in the others. */
        PINNED,
        FAINT;

        boolean isOpen() {
            return this == ENTRY || this == PINNED;
        }
    }
}
