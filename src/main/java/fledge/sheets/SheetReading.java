package fledge.sheets;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Reads one sheet from its stream, hands on cell by cell, and stops at its limits. */
final class SheetReading extends DefaultHandler {

    /** Takes what is not blank, as it comes. */
    interface Cells {
        void take(CellPosition at, CellText content);

        /** The row with this number, counted from 0, is over. */
        default void endRow(int row) {}
    }

    private final String name;
    private final WorkbookLimits limits;
    private final int mostCells;
    private final ReadOnlySharedStringsTable texts;
    private final CellStyles styles;
    private final boolean since1904;
    private final WorkbookWorker.Deadline deadline;

    private final Cells cells;
    private final List<SheetContent.Area> merged = new ArrayList<>();

    private int taken;
    private int row = -1;
    private int column = -1;
    private String type = "n";
    private int style = -1;
    private boolean formula;
    private boolean collecting;

    /** Inside the remark how a name is read aloud, which is no part of it. */
    private boolean readAloud;

    private final StringBuilder text = new StringBuilder();
    private @Nullable String value;

    SheetReading(
            String name,
            WorkbookLimits limits,
            int mostCells,
            ReadOnlySharedStringsTable texts,
            CellStyles styles,
            boolean since1904,
            WorkbookWorker.Deadline deadline,
            Cells cells) {
        this.name = name;
        this.limits = limits;
        this.mostCells = mostCells;
        this.texts = texts;
        this.styles = styles;
        this.since1904 = since1904;
        this.deadline = deadline;
        this.cells = cells;
    }

    List<SheetContent.Area> merged() {
        return merged;
    }

    /** How many cells were handed on. */
    int taken() {
        return taken;
    }

    @Override
    public void startElement(String uri, String element, String qualified, Attributes attributes) {
        switch (element) {
            case "row" -> startRow(attributes.getValue("r"));
            case "c" -> startCell(attributes);
            case "f" -> {
                formula = true;
                collect();
            }
            case "v", "t" -> collect();
            case "rPh" -> readAloud = true;
            case "mergeCell" -> merge(attributes.getValue("ref"));
            default -> {}
        }
    }

    private void startRow(@Nullable String number) {
        deadline.check();
        row = number == null ? row + 1 : Integer.parseInt(number) - 1;
        column = -1;
        if (row >= limits.rows()) {
            throw new WorkbookRefused("rows", name, limits.rows());
        }
    }

    private void startCell(Attributes attributes) {
        String address = attributes.getValue("r");
        column = address == null ? column + 1 : CellPosition.of(address).column();
        String declared = attributes.getValue("t");
        type = declared == null ? "n" : declared;
        String styled = attributes.getValue("s");
        style = styled == null ? -1 : Integer.parseInt(styled);
        formula = false;
        value = null;
    }

    private void collect() {
        text.setLength(0);
        collecting = true;
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        if (collecting) {
            text.append(characters, start, length);
        }
    }

    @Override
    public void endElement(String uri, String element, String qualified) {
        switch (element) {
            case "f" -> {
                value = text.toString();
                collecting = false;
            }
            case "v" -> {
                value = formula ? value : text.toString();
                collecting = false;
            }
            case "t" -> {
                // The runs of a formatted text follow one another.
                value = (value == null ? "" : value) + (readAloud ? "" : text);
                collecting = false;
            }
            case "rPh" -> readAloud = false;
            case "c" -> endCell();
            case "row" -> cells.endRow(row);
            default -> {}
        }
    }

    private void endCell() {
        CellText content = formula ? new CellText(CellKind.FORMULA, "=" + (value == null ? "" : value)) : read(value);
        if (content.kind() == CellKind.BLANK) {
            return;
        }
        if (column >= limits.columns()) {
            throw new WorkbookRefused("columns", name, limits.columns());
        }
        if (taken >= mostCells) {
            throw new WorkbookRefused("cells", limits.cells());
        }
        taken++;
        cells.take(new CellPosition(row, column), content);
    }

    private CellText read(@Nullable String raw) {
        if (raw == null || raw.isEmpty()) {
            return CellText.BLANK;
        }
        return switch (type) {
            case "s" -> ofText(texts.getItemAt(Integer.parseInt(raw.strip())).getString());
            case "str", "inlineStr" -> ofText(raw);
            case "b" -> new CellText(CellKind.BOOLEAN, raw.equals("1") ? "TRUE" : "FALSE");
            case "e" -> new CellText(CellKind.ERROR, raw);
            case "d" -> new CellText(CellKind.DATE, raw);
            default -> number(raw.strip());
        };
    }

    static CellText ofText(String text) {
        return text.isEmpty() ? CellText.BLANK : new CellText(CellKind.TEXT, text);
    }

    private CellText number(String raw) {
        if (styles.isDate(style)) {
            return date(raw);
        }
        return new CellText(CellKind.NUMBER, StoredNumber.asTyped(raw, styles.isPercent(style)));
    }

    private CellText date(String raw) {
        double days = Double.parseDouble(raw);
        if (!DateUtil.isValidExcelDate(days)) {
            return new CellText(CellKind.NUMBER, StoredNumber.asTyped(raw, false));
        }
        LocalDateTime moment = DateUtil.getLocalDateTime(days, since1904);
        boolean midnight = moment.toLocalTime().toSecondOfDay() == 0;
        return new CellText(
                CellKind.DATE,
                midnight ? moment.toLocalDate().toString() : moment.toString().replace('T', ' '));
    }

    private void merge(@Nullable String range) {
        if (range == null) {
            return;
        }
        CellRangeAddress area = CellRangeAddress.valueOf(range);
        if (area.getNumberOfCells() > 1) {
            merged.add(new SheetContent.Area(
                    new CellPosition(area.getFirstRow(), area.getFirstColumn()),
                    new CellPosition(area.getLastRow(), area.getLastColumn())));
        }
    }
}
