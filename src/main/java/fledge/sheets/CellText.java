package fledge.sheets;

/**
 * What stands in a cell, as it was typed.
 *
 * @param text a number in plain digits without binary noise ({@code 12%} where the cell shows percent), a date as
 *     {@code 2026-09-30}, a formula without its result
 */
public record CellText(CellKind kind, String text) {

    static final CellText BLANK = new CellText(CellKind.BLANK, "");

    public boolean isBlank() {
        return text.isBlank();
    }
}
