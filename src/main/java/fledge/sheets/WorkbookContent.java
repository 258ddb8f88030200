package fledge.sheets;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a workbook says: the identity its template gave it, whether that is still as written, and its sheets. */
public record WorkbookContent(Map<String, String> identity, Seal seal, List<SheetContent> sheets) {

    /** Whether the identity is one this portal wrote. */
    public enum Seal {
        /** No template of any portal. */
        MISSING,
        /** Changed since it was written, or written by another installation. */
        BROKEN,
        GENUINE
    }

    public Optional<SheetContent> sheet(String name) {
        return sheets.stream().filter(sheet -> sheet.name().equals(name)).findFirst();
    }
}
