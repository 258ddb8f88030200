package fledge.enterprise;

import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.sheets.CellKind;
import fledge.sheets.CellText;
import fledge.sheets.TableRow;
import fledge.sheets.WorkbookService;
import java.io.Serializable;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the columns of an import by their titles, in any order and in either language, and hands on what stands below them. A column
 * in another unit is refused, for it would otherwise be left out without a word.
 */
final class ImportSheet implements Consumer<TableRow> {

    /** The titles may stand below a heading, not anywhere. */
    private static final Pattern UNSAID = Pattern.compile("[\\s*]");

    private static final int LAST_ROW_OF_TITLES = 10;

    private static final Set<ImportColumn> IN_UNITS =
            EnumSet.of(ImportColumn.EMPLOYEES, ImportColumn.REVENUE, ImportColumn.ASSETS);

    private static final CellText NOTHING = new CellText(CellKind.BLANK, "");

    private final Map<String, ImportColumn> titles;
    private final Consumer<Row> rows;
    private final Map<ImportColumn, Integer> places = new EnumMap<>(ImportColumn.class);
    private final List<String> ignored = new ArrayList<>();

    /** {@code titles}: every title that names a column, as {@link #plain} makes it. */
    ImportSheet(Map<String, ImportColumn> titles, Consumer<Row> rows) {
        this.titles = titles;
        this.rows = rows;
    }

    /** What stands below the titles: a cell for each column of the template, in its order. */
    record Row(int number, List<CellText> cells) {

        static Row of(ImportRow kept) {
            return new Row(
                    kept.number(),
                    kept.typed().stream()
                            .map(text -> new CellText(CellKind.TEXT, text))
                            .toList());
        }

        CellText at(ImportColumn column) {
            return cells.get(ImportColumn.all().indexOf(column));
        }

        String text(ImportColumn column) {
            return at(column).text();
        }

        List<String> texts() {
            return cells.stream().map(CellText::text).toList();
        }
    }

    @Override
    public void accept(TableRow row) {
        if (!places.isEmpty()) {
            if (!row.isBlank()) {
                rows.accept(new Row(
                        row.number(),
                        ImportColumn.all().stream()
                                .map(column -> places.containsKey(column) ? row.at(places.get(column)) : NOTHING)
                                .toList()));
            }
        } else if (row.cells().stream().anyMatch(cell -> titles.get(plain(cell.text())) == ImportColumn.CREDIT_CODE)) {
            take(row);
        } else if (row.number() >= LAST_ROW_OF_TITLES) {
            throw noTitles();
        }
    }

    boolean hasTitles() {
        return !places.isEmpty();
    }

    /** Titles of columns that are not taken. */
    List<String> ignored() {
        return ignored;
    }

    static RuleRefused noTitles() {
        return refused("enterprise.import.refused.no-titles", ImportColumn.CREDIT_CODE);
    }

    private void take(TableRow row) {
        for (int at = 0; at < row.cells().size(); at++) {
            String title = row.at(at).text().strip();
            ImportColumn column = titles.get(plain(title));
            if (column != null) {
                if (places.put(column, at) != null) {
                    throw refused("enterprise.import.refused.twice", column);
                }
            } else if (!title.isEmpty()) {
                refuseOtherUnit(title);
                ignored.add(title);
            }
        }
        List<ImportColumn> missing = Arrays.stream(ImportColumn.values())
                .filter(column -> column.required() && !places.containsKey(column))
                .toList();
        if (!missing.isEmpty()) {
            throw new RuleRefused(missing.stream()
                    .map(column -> Reason.on(WorkbookService.FIELD, "enterprise.import.refused.missing", column))
                    .toList());
        }
    }

    private void refuseOtherUnit(String title) {
        String word = withoutUnit(plain(title));
        titles.forEach((known, column) -> {
            if (IN_UNITS.contains(column) && withoutUnit(known).equals(word)) {
                throw refused("enterprise.import.refused.unit", title, column);
            }
        });
    }

    private static String withoutUnit(String title) {
        return title.replaceFirst("\\(.*", "");
    }

    /** A title as it is compared: half width, without spaces and stars, in lower case. */
    static String plain(String title) {
        return UNSAID.matcher(Normalizer.normalize(title, Normalizer.Form.NFKC))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    static Map<String, ImportColumn> byTitle(Map<ImportColumn, List<String>> titles) {
        return titles.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(title -> Map.entry(plain(title), entry.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
    }

    private static RuleRefused refused(String key, Serializable... args) {
        return new RuleRefused(Reason.on(WorkbookService.FIELD, key, args));
    }
}
