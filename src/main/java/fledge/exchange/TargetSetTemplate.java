package fledge.exchange;

import fledge.apportionment.LineView;
import fledge.apportionment.SplitView;
import fledge.apportionment.TargetSetView;
import fledge.identity.UnitView;
import fledge.sheets.WorkbookTemplate;
import fledge.sheets.WorkbookTemplate.Cell;
import fledge.sheets.WorkbookTemplate.Look;
import fledge.sheets.WorkbookTemplate.Sheet;
import fledge.tenancy.CurrentCity;
import fledge.ui.Formats;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lays a decomposition out as a workbook: one sheet for each indicator with a row for each unit and a column for each year or
 * quarter, as on the workbench, and a sheet over them with every whole and its residual.
 *
 * <p>A sheet for each indicator rather than one large table, because that is how a 分解表 goes round in a city: the department
 * that leads an indicator works on its own sheet; indicators differ in their columns (years, quarters, of a ratio numerators
 * and denominators), in measure and in units; and sums and residuals stand right under the numbers they are made of.
 */
@Component
class TargetSetTemplate {

    static final String KIND = "target-set";

    /** Rises when rows or columns change their meaning; a file of an older layout is refused. */
    static final String LAYOUT = "1";

    /** Before the id of a line, whose numbers stand in the identity as the writer saw them. */
    static final String LINE = "line.";

    private static final int GUIDE_LINES = 7;
    private static final List<String> OVERVIEW = List.of(
            "number", "indicator", "measure", "law", "units", "whole", "target", "reached", "residual", "state");
    private static final List<Integer> OVERVIEW_WIDTHS = List.of(6, 36, 12, 18, 12, 16, 16, 16, 16, 14);
    private static final List<Integer> GUIDE_WIDTHS = List.of(6, 24, 96);

    private final Formats formats;

    TargetSetTemplate(Formats formats) {
        this.formats = formats;
    }

    /** Which draft the file is of, and what its writer saw in each line. */
    static Map<String, String> identity(TargetSetView set, List<SplitView> splits) {
        var identity = new LinkedHashMap<String, String>();
        identity.put("template", KIND);
        identity.put("layout", LAYOUT);
        identity.put("city", CurrentCity.get().code());
        identity.put("set", set.id().toString());
        identity.put("draft", Integer.toString(set.number()));
        splits.stream()
                .filter(SplitView::numeric)
                .flatMap(split -> split.lines().stream())
                .forEach(line -> identity.put(LINE + line.id(), Seen.of(line).toString()));
        return identity;
    }

    /** The numbers of a line when the file was written. */
    record Seen(@Nullable BigDecimal value, @Nullable BigDecimal denominator) {

        static Seen of(LineView line) {
            return new Seen(line.value(), line.denominator());
        }

        static Seen parse(String text) {
            int slash = text.indexOf('/');
            return new Seen(number(text.substring(0, slash)), number(text.substring(slash + 1)));
        }

        private static @Nullable BigDecimal number(String text) {
            return text.isEmpty() ? null : new BigDecimal(text);
        }

        @Override
        public String toString() {
            return text(value) + "/" + text(denominator);
        }

        private static String text(@Nullable BigDecimal number) {
            return number == null ? "" : number.stripTrailingZeros().toPlainString();
        }
    }

    WorkbookTemplate of(TargetSetView set, List<SplitView> splits, String programme, Map<UUID, UnitView> units) {
        var sheets = new ArrayList<Sheet>();
        var overview = new ArrayList<List<Cell>>();
        overview.add(List.of(Cell.of(Look.TITLE, formats.text("exchange.target.sheet.title", set.name()))
                .across(OVERVIEW.size())));
        overview.add(
                List.of(Cell.of(Look.FAINT, formats.text("exchange.target.sheet.under-title", programme, set.number()))
                        .across(OVERVIEW.size())));
        overview.add(OVERVIEW.stream()
                .map(column -> Cell.of(Look.HEAD, formats.text("exchange.target.sheet.column." + column)))
                .toList());
        for (SplitView split : splits) {
            if (split.numeric()) {
                var laid = new SplitSheet(set, split, sheets.size() + 1, units, formats);
                sheets.add(laid.sheet());
                overview.addAll(laid.summary());
            } else {
                overview.add(carriedByName(split));
            }
        }
        sheets.addFirst(new Sheet(formats.text("exchange.target.sheet.overview"), OVERVIEW_WIDTHS, 3, 2, overview));
        sheets.add(guide());
        return new WorkbookTemplate(identity(set, splits), sheets);
    }

    private List<Cell> carriedByName(SplitView split) {
        return Stream.concat(
                        Stream.of(
                                Cell.of(Look.TEXT, ""),
                                Cell.of(Look.TEXT, split.indicator().name(formats.locale())),
                                Cell.of(Look.TEXT, formats.measure(split.measure())),
                                Cell.of(Look.TEXT, formats.text(split.law())),
                                Cell.of(
                                        Look.NUMBER,
                                        BigDecimal.valueOf(split.units().size())),
                                Cell.of(Look.TEXT, ""),
                                Cell.of(Look.TEXT, formats.text("apportionment.carried"))),
                        Stream.generate(() -> Cell.of(Look.TEXT, "")).limit(3))
                .toList();
    }

    private Sheet guide() {
        String name = formats.text("exchange.sheet.guide");
        var rows = new ArrayList<List<Cell>>();
        rows.add(List.of(Cell.of(Look.TITLE, name).across(GUIDE_WIDTHS.size())));
        rows.add(Stream.of("number", "what", "how")
                .map(column -> Cell.of(Look.HEAD, formats.text("exchange.guide." + column)))
                .toList());
        IntStream.rangeClosed(1, GUIDE_LINES)
                .mapToObj(line -> List.of(
                        Cell.of(Look.TEXT, Integer.toString(line)),
                        Cell.of(Look.TEXT, formats.text("exchange.target.guide." + line)),
                        Cell.of(Look.TEXT, formats.text("exchange.target.guide." + line + ".how"))))
                .forEach(rows::add);
        return new Sheet(name, GUIDE_WIDTHS, 2, 0, rows);
    }
}
