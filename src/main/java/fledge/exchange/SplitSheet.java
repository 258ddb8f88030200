package fledge.exchange;

import fledge.apportionment.LineView;
import fledge.apportionment.Period;
import fledge.apportionment.SplitView;
import fledge.apportionment.TargetSetStatus;
import fledge.apportionment.TargetSetView;
import fledge.apportionment.rules.Balance;
import fledge.apportionment.rules.Whole;
import fledge.identity.UnitView;
import fledge.kernel.Measure;
import fledge.programme.SplitLaw;
import fledge.sheets.CellPosition;
import fledge.sheets.WorkbookTemplate.Cell;
import fledge.sheets.WorkbookTemplate.Entry;
import fledge.sheets.WorkbookTemplate.Formula;
import fledge.sheets.WorkbookTemplate.Look;
import fledge.sheets.WorkbookTemplate.Sheet;
import fledge.ui.Formats;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lays the sheet of one indicator out: units by periods, and below them the whole, what is reached and the residual as formulas. */
final class SplitSheet {

    static final int KEY = 0;
    static final int FIRST = 2;

    /** Title, what to mind, names of the columns, their codes. */
    private static final int HEAD_ROWS = 4;

    private static final String UNDER = "/D";
    private static final int MOST_DECIMALS = 6;
    private static final int RATIO_DECIMALS = 4;

    /** The rows below the units, found again by these codes; no unit has one of capital letters. */
    enum Foot {
        SUM,
        TARGET,
        UPPER,
        REACHED,
        RESIDUAL,
        STATE
    }

    private final TargetSetView set;
    private final SplitView split;
    private final Map<UUID, UnitView> units;
    private final Formats formats;
    private final int number;
    private final String name;
    private final List<UUID> carriers;
    private final List<Column> columns = new ArrayList<>();
    private final int decimals;

    SplitSheet(TargetSetView set, SplitView split, int number, Map<UUID, UnitView> units, Formats formats) {
        this.set = set;
        this.split = split;
        this.units = units;
        this.formats = formats;
        this.number = number;
        this.name = Sheet.nameOf("%02d %s".formatted(number, split.indicator().name(formats.locale())));
        this.carriers = split.units();
        for (Period period : split.periods()) {
            columns.add(new Column(period, false));
            if (isRatio(split)) {
                columns.add(new Column(period, true));
            }
        }
        this.decimals = decimals();
    }

    /** A number of a period: what a unit carries, or the denominator of it. */
    private record Column(Period period, boolean denominator) {}

    /** As many as any number of the sheet has, so that no residual is rounded away. */
    private int decimals() {
        return Stream.concat(
                        split.lines().stream().map(LineView::value),
                        split.balances().stream().map(balance -> balance.whole().target()))
                .filter(Objects::nonNull)
                .mapToInt(known ->
                        split.measure().fromBase(known).stripTrailingZeros().scale())
                .map(scale -> Math.min(MOST_DECIMALS, scale))
                .reduce(split.measure().decimals(), Math::max);
    }

    /** What stands in the row of codes above a column. */
    static String code(Period period, boolean denominator) {
        return period.code() + (denominator ? UNDER : "");
    }

    /** Of a ratio both numbers are carried, of everything else one. */
    static boolean isRatio(SplitView split) {
        return split.law() == SplitLaw.RATIO;
    }

    Sheet sheet() {
        var rows = new ArrayList<List<Cell>>();
        int wide = FIRST + columns.size() + (isSummed() ? 1 : 0);
        rows.add(List.of(
                Cell.of(Look.TITLE, split.indicator().name(formats.locale())).across(wide)));
        rows.add(List.of(Cell.of(
                        Look.FAINT,
                        formats.text(
                                "exchange.target.sheet.note",
                                formats.measure(split.measure()),
                                formats.text(split.law()),
                                formats.text("apportionment.law." + split.law())))
                .across(wide)));
        rows.add(row(
                Look.HEAD,
                formats.text("exchange.target.sheet.key"),
                formats.text("apportionment.line.unit"),
                column -> Cell.of(Look.HEAD, period(column)),
                Cell.of(Look.HEAD, formats.text("apportionment.split.sum"))));
        rows.add(row(
                Look.FAINT,
                split.indicator().code(),
                "",
                column -> Cell.of(Look.FAINT, code(column.period(), column.denominator())),
                Cell.of(Look.FAINT, "")));
        for (UUID unit : carriers) {
            int at = rows.size();
            rows.add(row(
                    Look.TEXT,
                    unit(unit).code(),
                    unit(unit).name(formats.locale()),
                    column -> cell(unit, column),
                    formula("SUM(%s:%s)".formatted(at(at, FIRST), at(at, FIRST + columns.size() - 1)))));
        }
        feet().forEach(foot -> rows.add(row(
                Look.GROUP,
                foot.name(),
                formats.text("exchange.target.sheet.foot." + foot),
                column -> footed(foot, column),
                foot == Foot.SUM
                        ? formula("SUM(%s:%s)"
                                .formatted(at(HEAD_ROWS, FIRST + columns.size()), at(last(), FIRST + columns.size())))
                        : Cell.of(Look.GROUP, ""))));
        List<Integer> widths = Stream.concat(
                        Stream.of(18, 30), Stream.generate(() -> 16).limit(wide - FIRST))
                .toList();
        return new Sheet(name, widths, HEAD_ROWS, FIRST, rows);
    }

    private List<Cell> row(Look look, String key, String label, Function<Column, Cell> cell, Cell beyond) {
        var cells = new ArrayList<Cell>();
        cells.add(Cell.of(look, key));
        cells.add(Cell.of(look, label));
        columns.stream().map(cell).forEach(cells::add);
        if (isSummed()) {
            cells.add(beyond);
        }
        return cells;
    }

    private boolean isSummed() {
        return split.law() == SplitLaw.ADDITIVE || split.law() == SplitLaw.RANGE;
    }

    private UnitView unit(UUID id) {
        return Objects.requireNonNull(units.get(id));
    }

    private String period(Column column) {
        Integer quarter = column.period().quarter();
        String year = Integer.toString(column.period().year());
        String shown = quarter == null
                ? formats.text("apportionment.year", year)
                : formats.text("ui.quarter." + quarter, year);
        return column.denominator() ? formats.text("apportionment.denominator", shown) : shown;
    }

    private Cell cell(UUID unit, Column column) {
        LineView line = split.lines().stream()
                .filter(one -> one.unitId().equals(unit) && one.period().equals(column.period()))
                .findFirst()
                .orElse(null);
        if (line == null) {
            return Cell.of(Look.TEXT, "");
        }
        Cell cell = number(column.denominator() ? line.denominator() : line.value(), split.measure());
        if (set.status() != TargetSetStatus.DRAFT || !line.status().isWritable()) {
            return cell;
        }
        boolean pinned = line.pinned() && !column.denominator();
        return cell.open(
                new Entry(
                        unit(unit).name(formats.locale()) + " " + period(column),
                        formats.text(
                                pinned ? "exchange.target.sheet.hint.pinned" : "exchange.target.sheet.hint",
                                formats.measure(split.measure())),
                        List.of(),
                        false),
                pinned ? Look.PINNED : Look.ENTRY);
    }

    private static Cell number(@Nullable BigDecimal base, Measure measure) {
        BigDecimal shown = base == null ? null : measure.fromBase(base).stripTrailingZeros();
        return Cell.of(Look.NUMBER, shown == null ? null : shown.setScale(Math.max(0, shown.scale())));
    }

    private List<Foot> feet() {
        boolean ranged =
                split.balances().stream().anyMatch(balance -> balance.whole().upper() != null);
        return Stream.of(Foot.values())
                .filter(foot -> foot != Foot.SUM || isSummed() || isRatio(split))
                .filter(foot -> foot != Foot.UPPER || ranged)
                .toList();
    }

    private int last() {
        return HEAD_ROWS + carriers.size() - 1;
    }

    private String foot(Foot foot, int column) {
        return at(last() + 1 + feet().indexOf(foot), column);
    }

    private static String at(int row, int column) {
        return new CellPosition(row, column).address();
    }

    private Cell formula(String text) {
        return Cell.of(Look.NUMBER, new Formula(text, decimals));
    }

    /** A number under the last column of the whole that it belongs to; the sum under each. */
    private Cell footed(Foot foot, Column column) {
        int at = FIRST + columns.indexOf(column);
        if (foot == Foot.SUM) {
            return formula("SUM(%s:%s)".formatted(at(HEAD_ROWS, at), at(last(), at)));
        }
        Balance balance = split.balances().stream()
                .filter(one -> column(one.whole()) == at)
                .findFirst()
                .orElse(null);
        if (balance == null) {
            return Cell.of(Look.GROUP, "");
        }
        Whole whole = balance.whole();
        Measure ofTarget = isRatio(split) ? split.indicator().measure() : split.measure();
        return switch (foot) {
            case TARGET -> number(whole.target(), ofTarget);
            case UPPER -> number(whole.upper(), ofTarget);
            case REACHED ->
                Cell.of(Look.NUMBER, new Formula(reached(whole, at), isRatio(split) ? RATIO_DECIMALS : decimals));
            case RESIDUAL -> formula(residual(whole, at));
            case STATE -> formula(state(whole, at));
            case SUM -> throw new IllegalStateException();
        };
    }

    /** The column under which a whole is reckoned up; -1 if its year has none. */
    private int column(Whole whole) {
        int found = -1;
        for (int at = 0; at < columns.size(); at++) {
            Column column = columns.get(at);
            if (column.period().year() == whole.year() && !column.denominator()) {
                found = FIRST + at;
            }
        }
        return found;
    }

    /** The numbers that a whole covers; years and quarters stand in their order. */
    private String range(Whole whole, int last) {
        int first = IntStream.range(0, columns.size())
                .filter(at -> whole.covers(columns.get(at).period().year()))
                .findFirst()
                .orElseThrow();
        return at(HEAD_ROWS, FIRST + first) + ":" + at(last(), last);
    }

    private String reached(Whole whole, int at) {
        if (isRatio(split)) {
            return "IF(%2$s=0,\"\",ROUND(%1$s/%2$s*%3$d,%4$d))"
                    .formatted(foot(Foot.SUM, at), foot(Foot.SUM, at + 1), hundred(), RATIO_DECIMALS);
        }
        return isSummed()
                ? "SUM(%s)".formatted(range(whole, at))
                : "IF(COUNT(%1$s)=0,\"\",MIN(%1$s))".formatted(range(whole, at));
    }

    /** As {@link Balance} reckons it. */
    private String residual(Whole whole, int at) {
        String target = foot(Foot.TARGET, at);
        if (isRatio(split)) {
            return "ROUND(%s/%d*%s-%s,%d)"
                    .formatted(target, hundred(), foot(Foot.SUM, at + 1), foot(Foot.SUM, at), MOST_DECIMALS);
        }
        String range = range(whole, at);
        String low = (isSummed() ? "SUM" : "MIN") + "(" + range + ")";
        String missing = "ROUND(%s-%s,%d)".formatted(target, low, MOST_DECIMALS);
        if (whole.isFloor()) {
            return missing;
        }
        String high = (isSummed() ? "SUM" : "MAX") + "(" + range + ")";
        String most = whole.upper() == null ? target : foot(Foot.UPPER, at);
        return "IF(%1$s<%2$s,%3$s,IF(%4$s>%5$s,ROUND(%5$s-%4$s,%6$d),0))"
                .formatted(low, target, missing, high, most, MOST_DECIMALS);
    }

    private int hundred() {
        return split.indicator().measure() == Measure.PERCENT ? 100 : 1;
    }

    private String state(Whole whole, int at) {
        return "IF(%1$s=0,\"%2$s\",IF(%1$s>0,\"%3$s\",\"%4$s\"))"
                .formatted(
                        foot(Foot.RESIDUAL, at),
                        formats.text(Balance.State.EXACT),
                        formats.text(Balance.State.SHORT),
                        formats.text(whole.isFloor() ? Balance.State.STRICTER : Balance.State.OVER));
    }

    /** Its rows on the sheet over all, one for each whole, fed from this sheet. */
    List<List<Cell>> summary() {
        return split.balances().stream()
                .map(Balance::whole)
                .filter(whole -> column(whole) >= 0)
                .map(this::summary)
                .toList();
    }

    private List<Cell> summary(Whole whole) {
        int at = column(whole);
        var cells = new ArrayList<Cell>();
        cells.add(Cell.of(Look.NUMBER, BigDecimal.valueOf(number)));
        cells.add(Cell.of(Look.TEXT, split.indicator().name(formats.locale())));
        cells.add(Cell.of(Look.TEXT, formats.measure(split.measure())));
        cells.add(Cell.of(Look.TEXT, formats.text(split.law())));
        cells.add(Cell.of(Look.NUMBER, BigDecimal.valueOf(carriers.size())));
        cells.add(Cell.of(
                Look.TEXT,
                formats.text(
                        whole.cumulative() ? "apportionment.upTo" : "apportionment.year",
                        Integer.toString(whole.year()))));
        Stream.of(Foot.TARGET, Foot.REACHED, Foot.RESIDUAL, Foot.STATE)
                .map(foot -> formula("'%s'!%s".formatted(name, foot(foot, at))))
                .forEach(cells::add);
        return cells;
    }
}
