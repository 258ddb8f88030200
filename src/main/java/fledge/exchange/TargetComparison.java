package fledge.exchange;

import fledge.apportionment.LineView;
import fledge.apportionment.SplitForecast;
import fledge.apportionment.SplitForecast.Numbers;
import fledge.apportionment.SplitService;
import fledge.apportionment.SplitView;
import fledge.apportionment.TargetSetView;
import fledge.identity.UnitView;
import fledge.kernel.Measure;
import fledge.kernel.Reason;
import fledge.monitoring.rules.Entry;
import fledge.monitoring.rules.NumberEntry;
import fledge.sheets.WorkbookContent;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a handed-in decomposition says beside what the target set holds now. What its writer left as downloaded is no wish: it
 * changes nothing, even if somebody else wrote there meanwhile.
 */
record TargetComparison(TargetSetView set, int sheets, List<TargetImportRow> rows, List<SplitForecast> splits) {

    /** What a workbook keeps of a number. */
    private static final MathContext KEPT = new MathContext(15);

    static TargetComparison of(
            TargetSetView set, List<SplitView> now, WorkbookContent workbook, Map<UUID, UnitView> units) {
        FilledSplits filled = FilledSplits.of(workbook, now, units);
        List<TargetImportRow> rows = filled.cells().stream()
                .map(cell -> row(cell, seen(workbook, cell.line())))
                .toList();
        Map<UUID, Numbers> written = numbers(rows);
        List<SplitForecast> splits =
                now.stream().map(split -> SplitForecast.of(split, written)).toList();
        return new TargetComparison(
                set,
                filled.sheets(),
                rows.stream().map(row -> judged(row, splits)).toList(),
                splits);
    }

    /** What the writer of the file saw; null for a line that came later. */
    private static TargetSetTemplate.@Nullable Seen seen(WorkbookContent workbook, @Nullable LineView line) {
        String seen = line == null ? null : workbook.identity().get(TargetSetTemplate.LINE + line.id());
        return seen == null ? null : TargetSetTemplate.Seen.parse(seen);
    }

    private static TargetImportRow row(FilledSplits.Cell cell, TargetSetTemplate.@Nullable Seen seen) {
        LineView line = cell.line();
        if (line == null) {
            return row(cell, null, null, ImportVerdict.FAULTY, cell.faults());
        }
        BigDecimal now = cell.denominator() ? line.denominator() : line.value();
        BigDecimal before = seen == null ? null : cell.denominator() ? seen.denominator() : seen.value();
        if (cell.faults().isEmpty()
                && isAsDownloaded(cell.text(), before, cell.split().measure())) {
            return row(cell, now, now, ImportVerdict.UNCHANGED, List.of());
        }
        Entry entry = NumberEntry.read(cell.text(), cell.split().measure(), true);
        if (!cell.faults().isEmpty() || entry instanceof Entry.Refused) {
            var faults = new ArrayList<>(cell.faults());
            if (faults.isEmpty() && entry instanceof Entry.Refused refused) {
                faults.add(refused.reason());
            }
            return row(cell, now, now, ImportVerdict.FAULTY, faults);
        }
        BigDecimal then = entry instanceof Entry.Understood understood ? understood.inBase() : null;
        ImportVerdict verdict = same(then, now)
                ? ImportVerdict.UNCHANGED
                : same(now, before) ? ImportVerdict.WRITABLE : ImportVerdict.CONFLICT;
        return row(cell, now, then, verdict, List.of());
    }

    private static TargetImportRow row(
            FilledSplits.Cell cell,
            @Nullable BigDecimal now,
            @Nullable BigDecimal then,
            ImportVerdict verdict,
            List<Reason> faults) {
        return new TargetImportRow(
                cell.sheet(),
                cell.at(),
                cell.split(),
                cell.line(),
                cell.denominator(),
                cell.text(),
                now,
                then,
                verdict,
                faults);
    }

    private static boolean isAsDownloaded(String text, @Nullable BigDecimal before, Measure measure) {
        if (before == null || text.isBlank()) {
            return before == null && text.isBlank();
        }
        try {
            return new BigDecimal(text).compareTo(measure.fromBase(before).round(KEPT)) == 0;
        } catch (NumberFormatException typed) {
            return false;
        }
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }

    /** What the lines would carry if everything readable were written. */
    private static Map<UUID, Numbers> numbers(List<TargetImportRow> rows) {
        var numbers = new LinkedHashMap<UUID, Numbers>();
        for (TargetImportRow row : rows) {
            LineView line = row.line();
            if (line != null && (row.verdict() == ImportVerdict.WRITABLE || row.verdict() == ImportVerdict.CONFLICT)) {
                Numbers other = numbers.getOrDefault(line.id(), new Numbers(line.value(), line.denominator()));
                numbers.put(
                        line.id(),
                        row.denominator()
                                ? new Numbers(other.value(), row.then())
                                : new Numbers(row.then(), other.denominator()));
            }
        }
        return numbers;
    }

    /** What the workbench would refuse in a cell is refused in the workbook's. */
    private static TargetImportRow judged(TargetImportRow row, List<SplitForecast> splits) {
        LineView line = row.line();
        if (line == null || row.verdict() == ImportVerdict.UNCHANGED) {
            return row;
        }
        String field = (row.denominator() ? "denominator-" : "value-") + line.id();
        List<Reason> refused = splits.stream()
                .flatMap(split -> split.refused().stream())
                .filter(reason -> field.equals(reason.field()))
                .toList();
        return refused.isEmpty()
                ? row
                : new TargetImportRow(
                        row.sheet(),
                        row.cell(),
                        row.split(),
                        line,
                        row.denominator(),
                        row.typed(),
                        row.now(),
                        row.now(),
                        ImportVerdict.FAULTY,
                        refused);
    }

    long count(ImportVerdict verdict) {
        return rows.stream().filter(row -> row.verdict() == verdict).count();
    }

    /** Which versions of the set's lines this was compared with. */
    String basis() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((set.status() + " " + set.number() + "\n").getBytes(StandardCharsets.UTF_8));
            splits.stream()
                    .flatMap(split -> split.now().lines().stream())
                    .forEach(line ->
                            digest.update((line.id() + " " + line.version() + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is to be written, indicator by indicator, against the versions that are there now. */
    Map<SplitView, List<SplitService.Entry>> entries() {
        Map<UUID, Numbers> numbers = numbers(rows);
        var entries = new LinkedHashMap<SplitView, List<SplitService.Entry>>();
        for (SplitForecast split : splits) {
            List<SplitService.Entry> changed = split.now().lines().stream()
                    .filter(line -> numbers.containsKey(line.id()))
                    .map(line -> {
                        Numbers number = Objects.requireNonNull(numbers.get(line.id()));
                        return new SplitService.Entry(line.id(), line.version(), number.value(), number.denominator());
                    })
                    .toList();
            if (!changed.isEmpty()) {
                entries.put(split.now(), changed);
            }
        }
        return entries;
    }
}
