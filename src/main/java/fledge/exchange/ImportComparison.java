package fledge.exchange;

import fledge.kernel.Reason;
import fledge.monitoring.EntryService;
import fledge.monitoring.EntryService.Foreseen;
import fledge.monitoring.EntryService.Preview;
import fledge.monitoring.EntryService.Typed;
import fledge.monitoring.LineContent;
import fledge.monitoring.ReturnSheet;
import fledge.monitoring.rules.CheckRule;
import fledge.monitoring.rules.Finding;
import fledge.monitoring.rules.FindingClass;
import fledge.sheets.WorkbookContent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a handed-in workbook says beside what the return holds now. */
record ImportComparison(Preview now, String sheet, List<ImportRow> rows) {

    static ImportComparison of(UUID returnId, WorkbookContent workbook, EntryService entries) {
        List<ReturnSheet.Line> asked = entries.preview(returnId, List.of()).cells().stream()
                .map(Foreseen::line)
                .toList();
        FilledSheet sheet = FilledSheet.of(workbook, asked);
        List<FilledSheet.Row> filled = sheet.rows();
        var typed = new ArrayList<Typed>();
        for (FilledSheet.Row row : filled) {
            if (row.line() != null && row.faults().isEmpty()) {
                typed.add(new Typed(
                        row.line().id(), false, row.value(), row.line().valueEdition()));
                typed.add(
                        new Typed(row.line().id(), true, row.note(), row.line().noteEdition()));
            }
        }
        Preview then = entries.preview(returnId, typed);
        Map<UUID, Foreseen> byLine = then.cells().stream()
                .collect(Collectors.toMap(cell -> cell.line().id(), Function.identity()));
        return new ImportComparison(
                then,
                sheet.name(),
                filled.stream()
                        .map(row -> row(
                                row,
                                row.line() == null
                                        ? null
                                        : byLine.get(row.line().id()),
                                workbook.identity(),
                                then.closed()))
                        .toList());
    }

    private static ImportRow row(
            FilledSheet.Row row, @Nullable Foreseen foreseen, Map<String, String> identity, @Nullable Reason closed) {
        if (foreseen == null) {
            return new ImportRow(
                    row.cell(),
                    row.key(),
                    null,
                    row.value(),
                    LineContent.EMPTY,
                    ImportVerdict.FAULTY,
                    row.faults(),
                    List.of());
        }
        ReturnSheet.Line line = foreseen.line();
        LineContent then = foreseen.then();
        boolean value = !then.hasSameFigureAs(line.content());
        boolean note = !then.note().equals(line.content().note());
        var faults = new ArrayList<>(row.faults());
        if (foreseen.refused() != null) {
            faults.add(foreseen.refused());
        }
        List<Finding> findings = value || note ? foreseen.findings() : List.of();
        if ((value || note) && !line.editable()) {
            faults.add(closed == null ? Reason.of("monitoring.refused.not-returned") : closed);
        }
        findings.stream()
                .filter(ImportComparison::isWrong)
                .map(Finding::message)
                .forEach(faults::add);
        ImportVerdict verdict = !faults.isEmpty()
                ? ImportVerdict.FAULTY
                : !value && !note
                        ? ImportVerdict.UNCHANGED
                        : isStale(line, value, note, identity) ? ImportVerdict.CONFLICT : ImportVerdict.WRITABLE;
        return new ImportRow(row.cell(), row.key(), line, row.value(), then, verdict, faults, findings);
    }

    /** A value that cannot be right is not written; one that is still missing may come later. */
    private static boolean isWrong(Finding finding) {
        return finding.findingClass() == FindingClass.A && finding.rule() != CheckRule.MISSING_WITHOUT_REASON;
    }

    private static boolean isStale(ReturnSheet.Line line, boolean value, boolean note, Map<String, String> identity) {
        String seen = identity.get("line." + ReturnTemplate.key(line));
        var editions = seen == null ? null : ReturnTemplate.Editions.parse(seen);
        return editions == null
                || (value && editions.value() != line.valueEdition())
                || (note && editions.note() != line.noteEdition());
    }

    /** Which editions of the return's cells this was compared with. */
    String basis() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(now.report().status().name().getBytes(StandardCharsets.UTF_8));
            now.cells()
                    .forEach(cell -> digest.update((cell.line().id() + " " + ReturnTemplate.Editions.of(cell.line())
                                    + " " + cell.line().editable() + "\n")
                            .getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is to be written of these rows, against the editions that are there now. */
    static List<Typed> cells(List<ImportRow> rows) {
        var cells = new ArrayList<Typed>();
        for (ImportRow row : rows) {
            ReturnSheet.Line line = row.line();
            if (line != null) {
                if (!row.then().hasSameFigureAs(line.content())) {
                    cells.add(new Typed(line.id(), false, row.typed(), line.valueEdition()));
                }
                if (!row.then().note().equals(line.content().note())) {
                    cells.add(new Typed(line.id(), true, row.then().note(), line.noteEdition()));
                }
            }
        }
        return cells;
    }
}
