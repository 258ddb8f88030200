package fledge.sheets;

/** What a workbook takes the content of a cell for. */
public enum CellKind {
    BLANK,
    TEXT,
    NUMBER,
    DATE,
    BOOLEAN,
    FORMULA,
    /** Such as {@code #REF!}. */
    ERROR
}
