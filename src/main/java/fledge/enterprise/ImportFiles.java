package fledge.enterprise;

import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.sheets.TableTemplate;
import fledge.sheets.WorkbookService;
import fledge.ui.CsvText;
import fledge.ui.Formats;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The files of an import: its template, the titles by which one is read, and the rows that were not taken. */
@Component
class ImportFiles {

    private static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);
    private static final int NOTES = 8;
    private static final int LONGEST_SOURCE = 200;
    private static final int USUAL_WIDTH = 16;
    private static final Map<ImportColumn, Integer> WIDTHS = new EnumMap<>(Map.of(
            ImportColumn.CREDIT_CODE, 24,
            ImportColumn.NAME, 36,
            ImportColumn.INDUSTRY, 30,
            ImportColumn.SOURCE, 24,
            ImportColumn.CODE_REASON, 30));

    private final MessageSource messages;
    private final Formats formats;
    private final WorkbookService workbooks;
    private final Industries industries;
    private final Enterprises enterprises;
    private final EntryChecks checks;

    ImportFiles(
            MessageSource messages,
            Formats formats,
            WorkbookService workbooks,
            Industries industries,
            Enterprises enterprises,
            EntryChecks checks) {
        this.messages = messages;
        this.formats = formats;
        this.workbooks = workbooks;
        this.industries = industries;
        this.enterprises = enterprises;
        this.checks = checks;
    }

    static RuleRefused refused(String key, Serializable... args) {
        return new RuleRefused(Reason.on(WorkbookService.FIELD, key, args));
    }

    ImportSheet sheet(Consumer<ImportSheet.Row> rows) {
        return new ImportSheet(
                ImportSheet.byTitle(Arrays.stream(ImportColumn.values())
                        .collect(Collectors.toMap(
                                column -> column,
                                column -> LANGUAGES.stream()
                                        .map(language -> messages.getMessage(column.labelKey(), null, language))
                                        .toList()))),
                rows);
    }

    /** Where figures are from whose row does not say it. */
    String usualSource(String fileName) {
        String source =
                messages.getMessage("enterprise.import.source", new Object[] {fileName}, Locale.SIMPLIFIED_CHINESE);
        return source.substring(0, Math.min(source.length(), LONGEST_SOURCE));
    }

    byte[] template() {
        return workbooks.write(table(false), rows -> {});
    }

    String csvTemplate() {
        return CsvText.UTF_8_MARK
                + Arrays.stream(ImportColumn.values())
                        .map(formats::text)
                        .map(CsvText::quoted)
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    /** The rows that were not taken, with what is to be done in a last column; put right, the file can be handed in again. */
    byte[] leftOut(Consumer<Consumer<ImportRow>> source) {
        return workbooks.write(
                table(true),
                rows -> source.accept(row -> rows.accept(Stream.concat(row.typed().stream(), Stream.of(said(row)))
                        .toList())));
    }

    /** Everything there is to say of a row, in one text. */
    private String said(ImportRow row) {
        if (row.verdict() == ImportVerdict.OVERTAKEN) {
            return formats.text("enterprise.import.overtaken");
        }
        return row.findings().stream()
                .map(finding -> finding.field().isEmpty()
                        ? formats.text(finding.reason())
                        : formats.text(
                                "enterprise.import.said",
                                formats.text(ImportColumn.of(finding.field())),
                                formats.text(finding.reason())))
                .collect(Collectors.joining("；"));
    }

    private TableTemplate table(boolean withResult) {
        var columns = new ArrayList<TableTemplate.Column>();
        for (ImportColumn column : ImportColumn.values()) {
            columns.add(new TableTemplate.Column(
                    formats.text(column),
                    formats.text("enterprise.import.hint." + column.field()),
                    WIDTHS.getOrDefault(column, USUAL_WIDTH),
                    choices(column)));
        }
        if (withResult) {
            columns.add(new TableTemplate.Column(formats.text("enterprise.import.result"), "", 60, List.of()));
        }
        return new TableTemplate(
                formats.text("enterprise.import.sheet"),
                columns,
                formats.text("enterprise.import.notes"),
                Stream.iterate(1, n -> n <= NOTES, n -> n + 1)
                        .map(n -> formats.text("enterprise.import.note." + n))
                        .toList(),
                formats.text("enterprise.import.choices"));
    }

    private List<String> choices(ImportColumn column) {
        return switch (column) {
            case INDUSTRY ->
                industries.chosen().stream()
                        .map(industry -> industry.code() + " " + industry.name(formats.locale()))
                        .toList();
            case DISTRICT ->
                checks.districts(enterprises.today()).stream()
                        .map(unit -> unit.name(formats.locale()))
                        .toList();
            case ABOVE_SCALE, ABOVE_LIMIT -> List.of(formats.text("enterprise.yes"), formats.text("enterprise.no"));
            default -> List.of();
        };
    }
}
