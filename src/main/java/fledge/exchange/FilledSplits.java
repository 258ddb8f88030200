package fledge.exchange;

import fledge.apportionment.LineView;
import fledge.apportionment.SplitView;
import fledge.identity.UnitView;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.sheets.CellKind;
import fledge.sheets.CellPosition;
import fledge.sheets.CellText;
import fledge.sheets.SheetContent;
import fledge.sheets.WorkbookContent;
import fledge.sheets.WorkbookService;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a decomposition that came back, found by the codes of indicator, unit and period wherever sheets, rows and columns
 * were moved to; and what stands where no cell should be.
 */
final class FilledSplits {

    /**
     * A cell that is meant for a line, or a stray one.
     *
     * @param split the indicator whose sheet it stands on
     * @param line what it is meant for; null for a row or column the decomposition does not have
     * @param faults what is wrong with it, before anybody asks what it means
     */
    record Cell(
            String sheet,
            CellPosition at,
            SplitView split,
            @Nullable LineView line,
            boolean denominator,
            String text,
            List<Reason> faults) {

        String address() {
            return sheet + "!" + at.address();
        }
    }

    private static final Set<String> FOOT =
            EnumSet.allOf(SplitSheet.Foot.class).stream().map(Enum::name).collect(Collectors.toUnmodifiableSet());

    private final Map<String, SplitView> splits;
    private final Map<UUID, UnitView> units;
    private final List<Cell> cells = new ArrayList<>();
    private int sheets;

    private FilledSplits(List<SplitView> splits, Map<UUID, UnitView> units) {
        this.splits = splits.stream()
                .filter(SplitView::numeric)
                .collect(Collectors.toMap(split -> split.indicator().code(), Function.identity()));
        this.units = units;
    }

    static FilledSplits of(WorkbookContent workbook, List<SplitView> splits, Map<UUID, UnitView> units) {
        var filled = new FilledSplits(splits, units);
        workbook.sheets().forEach(filled::sheet);
        if (filled.sheets == 0) {
            throw new RuleRefused(Reason.on(WorkbookService.FIELD, "exchange.target.refused.no-sheets"));
        }
        return filled;
    }

    /** How many sheets belong to the decomposition; others are their owner's. */
    int sheets() {
        return sheets;
    }

    /** Of two cells for one number nobody knows which is meant. */
    List<Cell> cells() {
        Map<String, List<Cell>> same =
                cells.stream().filter(cell -> cell.line() != null).collect(Collectors.groupingBy(FilledSplits::number));
        return cells.stream()
                .map(cell -> {
                    List<Cell> all = cell.line() == null ? List.of() : same.getOrDefault(number(cell), List.of());
                    return all.size() < 2
                            ? cell
                            : with(
                                    cell,
                                    Reason.of(
                                            "exchange.target.fault.twice",
                                            all.stream().map(Cell::address).collect(Collectors.joining("、"))));
                })
                .toList();
    }

    private static String number(Cell cell) {
        return (cell.line() == null ? "" : cell.line().id()) + (cell.denominator() ? "/" : "");
    }

    private static Cell with(Cell cell, Reason fault) {
        var faults = new ArrayList<>(cell.faults());
        faults.add(fault);
        return new Cell(cell.sheet(), cell.at(), cell.split(), cell.line(), cell.denominator(), cell.text(), faults);
    }

    private void sheet(SheetContent sheet) {
        int last = sheet.lastRow();
        for (int row = 0; row <= last; row++) {
            SplitView split = splits.get(key(sheet, row));
            if (split != null) {
                sheets++;
                read(sheet, split, row, last);
                return;
            }
        }
    }

    private static String key(SheetContent sheet, int row) {
        return sheet.at(row, SplitSheet.KEY).text().strip();
    }

    private void read(SheetContent sheet, SplitView split, int codes, int last) {
        var known = new HashMap<String, Map<String, LineView>>();
        var periods = new HashSet<String>();
        for (LineView line : split.lines()) {
            UnitView unit = units.get(line.unitId());
            String code = unit == null ? line.unitId().toString() : unit.code();
            for (boolean denominator :
                    SplitSheet.isRatio(split) ? new boolean[] {false, true} : new boolean[] {false}) {
                String column = SplitSheet.code(line.period(), denominator);
                known.computeIfAbsent(code, none -> new HashMap<>()).put(column, line);
                periods.add(column);
            }
        }
        Map<Integer, String> columns = columns(sheet, split, codes, periods);
        for (int row = codes + 1; row <= last; row++) {
            String key = key(sheet, row);
            Map<String, LineView> lines = known.get(key);
            if (lines != null) {
                cells(sheet, split, row, columns, lines);
            } else if (!FOOT.contains(key)) {
                stray(sheet, split, row, key, columns);
            }
        }
    }

    /** The periods above the columns, up to the first column without one. */
    private Map<Integer, String> columns(SheetContent sheet, SplitView split, int codes, Set<String> periods) {
        var columns = new LinkedHashMap<Integer, String>();
        for (int column = SplitSheet.FIRST; !sheet.at(codes, column).isBlank(); column++) {
            String code = sheet.at(codes, column).text().strip();
            if (periods.contains(code)) {
                columns.put(column, code);
            } else {
                cells.add(new Cell(
                        sheet.name(),
                        new CellPosition(codes, column),
                        split,
                        null,
                        false,
                        code,
                        List.of(Reason.of("exchange.target.fault.unknown-period", code))));
            }
        }
        return columns;
    }

    private void cells(
            SheetContent sheet, SplitView split, int row, Map<Integer, String> columns, Map<String, LineView> lines) {
        columns.forEach((column, code) -> {
            LineView line = lines.get(code);
            if (line != null) {
                var at = new CellPosition(row, column);
                CellText content = sheet.at(row, column);
                cells.add(new Cell(
                        sheet.name(),
                        at,
                        split,
                        line,
                        !code.equals(SplitSheet.code(line.period(), false)),
                        content.text(),
                        PlainCell.faults(sheet, at, false)));
            }
        });
    }

    /** A row that somebody added or whose code was changed: a number in it belongs to nobody. */
    private void stray(SheetContent sheet, SplitView split, int row, String key, Map<Integer, String> columns) {
        boolean numbered = columns.keySet().stream()
                .anyMatch(column -> sheet.at(row, column).kind() != CellKind.BLANK);
        if (!key.isEmpty() || numbered) {
            cells.add(new Cell(
                    sheet.name(),
                    new CellPosition(row, SplitSheet.KEY),
                    split,
                    null,
                    false,
                    key,
                    List.of(
                            key.isEmpty()
                                    ? Reason.of("exchange.target.fault.no-key")
                                    : Reason.of("exchange.target.fault.unknown-unit", key))));
        }
    }
}
