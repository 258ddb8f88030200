package fledge.enterprise;

import java.util.List;

/** A row of an import with what was found in it; {@code typed} as it was typed, in the order of the columns. */
public record ImportRow(
        int number,
        List<String> typed,
        String creditCode,
        String nameZh,
        ImportVerdict verdict,
        String basis,
        List<ImportFinding> findings) {

    public ImportRow {
        typed = List.copyOf(typed);
        findings = List.copyOf(findings);
    }
}
