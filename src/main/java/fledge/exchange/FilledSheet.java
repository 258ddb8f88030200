package fledge.exchange;

import fledge.kernel.Measure;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.monitoring.ReturnSheet;
import fledge.programme.rules.Item;
import fledge.sheets.CellKind;
import fledge.sheets.CellPosition;
import fledge.sheets.CellText;
import fledge.sheets.SheetContent;
import fledge.sheets.WorkbookContent;
import fledge.sheets.WorkbookService;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of a template that came back, found by their codes wherever its sheet was moved or renamed to. */
final class FilledSheet {

    /**
     * A row with something in it.
     *
     * @param line what it is meant for; null if the return asks for no such figure
     * @param faults what is wrong with its cells, before anybody asks what they mean
     */
    record Row(
            CellPosition cell,
            String key,
            ReturnSheet.@Nullable Line line,
            String value,
            String note,
            List<Reason> faults) {}

    private final SheetContent sheet;
    private final Map<String, ReturnSheet.Line> lines;

    private FilledSheet(SheetContent sheet, Map<String, ReturnSheet.Line> lines) {
        this.sheet = sheet;
        this.lines = lines;
    }

    static FilledSheet of(WorkbookContent workbook, List<ReturnSheet.Line> asked) {
        Map<String, ReturnSheet.Line> lines =
                asked.stream().collect(Collectors.toMap(ReturnTemplate::key, Function.identity()));
        SheetContent sheet = workbook.sheets().stream()
                .max(Comparator.comparingLong(candidate -> known(candidate, lines.keySet())))
                .filter(candidate -> known(candidate, lines.keySet()) > 0)
                .orElseThrow(() -> new RuleRefused(Reason.on(WorkbookService.FIELD, "exchange.refused.no-rows")));
        return new FilledSheet(sheet, lines);
    }

    private static long known(SheetContent sheet, Set<String> keys) {
        return sheet.cells().entrySet().stream()
                .filter(cell -> cell.getKey().column() == ReturnTemplate.KEY
                        && keys.contains(cell.getValue().text().strip()))
                .count();
    }

    String name() {
        return sheet.name();
    }

    List<Row> rows() {
        var rows = new ArrayList<Row>();
        boolean begun = false;
        int last = sheet.lastRow();
        for (int number = 0; number <= last; number++) {
            String key = sheet.at(number, ReturnTemplate.KEY).text().strip();
            begun |= number >= ReturnTemplate.HEAD_ROWS || lines.containsKey(key);
            boolean empty = key.isEmpty()
                    && sheet.at(number, ReturnTemplate.VALUE).isBlank()
                    && sheet.at(number, ReturnTemplate.NOTE).isBlank();
            if (begun && !empty) {
                rows.add(row(number, key));
            }
        }
        return withDoubles(rows);
    }

    private Row row(int number, String key) {
        ReturnSheet.Line line = lines.get(key);
        var position = new CellPosition(number, ReturnTemplate.VALUE);
        CellText value = sheet.at(number, ReturnTemplate.VALUE);
        CellText note = sheet.at(number, ReturnTemplate.NOTE);
        var faults = new ArrayList<Reason>();
        if (line == null) {
            faults.add(Reason.of(key.isEmpty() ? "exchange.fault.no-key" : "exchange.fault.unknown-key", key));
        } else {
            faults.addAll(PlainCell.faults(sheet, position, line.item() == Item.TEXT));
            faults.addAll(PlainCell.faults(sheet, new CellPosition(number, ReturnTemplate.NOTE), true));
            if (!isMeasure(sheet.at(number, ReturnTemplate.MEASURE).text().strip(), line)) {
                faults.add(Reason.of("exchange.fault.measure-changed", LineTexts.measure(line)));
            }
        }
        return new Row(position, key, line, typed(value, line), note.text(), faults);
    }

    /** A tick is a yes. */
    private static String typed(CellText value, ReturnSheet.@Nullable Line line) {
        return value.kind() == CellKind.BOOLEAN && line != null && line.item() == Item.MILESTONE
                ? (value.text().equals("TRUE") ? "yes" : "no")
                : value.text();
    }

    /** In either language: who downloads and who uploads need not read the same. */
    private static boolean isMeasure(String text, ReturnSheet.Line line) {
        Measure measure = LineTexts.measure(line);
        return text.equals(measure.zh()) || text.equals(measure.en());
    }

    /** Of two rows for one figure nobody knows which is meant. */
    private static List<Row> withDoubles(List<Row> rows) {
        Map<String, List<Row>> byKey =
                rows.stream().filter(row -> row.line() != null).collect(Collectors.groupingBy(Row::key));
        return rows.stream()
                .map(row -> {
                    List<Row> same = byKey.getOrDefault(row.key(), List.of());
                    if (same.size() < 2) {
                        return row;
                    }
                    var faults = new ArrayList<>(row.faults());
                    faults.add(Reason.of(
                            "exchange.fault.twice",
                            same.stream()
                                    .map(other -> Integer.toString(other.cell().row() + 1))
                                    .collect(Collectors.joining("、"))));
                    return new Row(row.cell(), row.key(), row.line(), row.value(), row.note(), faults);
                })
                .toList();
    }
}
