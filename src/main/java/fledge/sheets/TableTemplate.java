package fledge.sheets;

import java.util.List;

/**
 * A workbook of one open table: its columns, which take texts as they are typed, and notes on a sheet of their own.
 *
 * @param choices the name of the sheet that keeps what may be chosen
 */
public record TableTemplate(String sheet, List<Column> columns, String notesSheet, List<String> notes, String choices) {

    /**
     * A column.
     *
     * @param hint shown when one of its cells is chosen
     * @param width in characters
     * @param choices to choose from; anything, if there are none
     */
    public record Column(String title, String hint, int width, List<String> choices) {}
}
