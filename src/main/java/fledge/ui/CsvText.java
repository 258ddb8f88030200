package fledge.ui;

/** Cells of a CSV file that a spreadsheet opens. */
public final class CsvText {

    /** Lets a spreadsheet read the file as UTF-8. */
    public static final String UTF_8_MARK = "\ufeff";

    private CsvText() {}

    /** A text in quotes; what a spreadsheet would take for a formula is made text. */
    public static String quoted(String text) {
        String inert = !text.isEmpty() && "=+-@\t".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + inert.replace("\"", "\"\"") + '"';
    }
}
