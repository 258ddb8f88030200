package fledge.exchange;

import fledge.monitoring.EntryService.Foreseen;
import fledge.monitoring.EntryService.Preview;
import fledge.monitoring.ReturnSheet;
import fledge.programme.rules.Item;
import fledge.sheets.WorkbookTemplate;
import fledge.sheets.WorkbookTemplate.Cell;
import fledge.sheets.WorkbookTemplate.Entry;
import fledge.sheets.WorkbookTemplate.Look;
import fledge.sheets.WorkbookTemplate.Sheet;
import fledge.template.FormHead;
import fledge.template.TemplateService;
import fledge.template.rules.TemplateHead;
import fledge.tenancy.CurrentCity;
import fledge.ui.Formats;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays a return out as a workbook to fill in: one row for each figure, found again by its code. */
@Component
class ReturnTemplate {

    static final String KIND = "return";

    /** Rises when the columns change; a file of an older layout is refused. */
    static final String LAYOUT = "1";

    /** Title, what to mind, names of the columns. */
    static final int HEAD_ROWS = 3;

    static final int KEY = 0;
    static final int MEASURE = 2;
    static final int VALUE = 6;
    static final int NOTE = 7;
    static final int RESULT = 8;

    private static final List<String> COLUMNS =
            List.of("key", "indicator", "measure", "definition", "last-year", "previous", "value", "note", "result");

    private static final List<Integer> WIDTHS = List.of(24, 36, 12, 44, 18, 18, 20, 36, 44);
    private static final List<Integer> GUIDE_WIDTHS = List.of(6, 30, 90);
    private static final int GUIDE_LINES = 8;

    private final LineTexts texts;
    private final TemplateService templates;
    private final Formats formats;

    ReturnTemplate(LineTexts texts, TemplateService templates, Formats formats) {
        this.texts = texts;
        this.templates = templates;
        this.formats = formats;
    }

    /** By what a row is found again: the code of the indicator and which of its figures it is. */
    static String key(ReturnSheet.Line line) {
        return line.indicator().code() + "." + line.item().name().toLowerCase(Locale.ROOT);
    }

    /** What the file has to say when it comes back: for which return, and which editions its writer saw. */
    static Map<String, String> identity(Preview now) {
        var identity = new LinkedHashMap<String, String>();
        identity.put("template", KIND);
        identity.put("layout", LAYOUT);
        identity.put("city", CurrentCity.get().code());
        identity.put("unit", now.report().unitId().toString());
        identity.put("quarter", now.report().round().period().code());
        identity.put("return", now.report().id().toString());
        now.cells().stream()
                .map(Foreseen::line)
                .forEach(line ->
                        identity.put("line." + key(line), Editions.of(line).toString()));
        return identity;
    }

    WorkbookTemplate of(Preview now, String unit, String programme) {
        var rows = new ArrayList<List<Cell>>();
        rows.add(List.of(Cell.of(
                        Look.TITLE,
                        formats.text(
                                "exchange.sheet.title",
                                unit,
                                formats.period(now.report().round().period())))
                .across(COLUMNS.size())));
        rows.add(List.of(Cell.of(
                        Look.FAINT,
                        formats.text(
                                        "exchange.sheet.under-title",
                                        programme,
                                        formats.deadline(now.report().round().dueAt()))
                                + statutoryHead(now.report().round().templateId()))
                .across(COLUMNS.size())));
        rows.add(COLUMNS.stream()
                .map(column -> Cell.of(Look.HEAD, formats.text("exchange.sheet.column." + column)))
                .toList());
        String group = "";
        for (Foreseen cell : now.cells()) {
            String next = cell.line().indicator().group(formats.locale());
            if (!next.isEmpty() && !next.equals(group)) {
                rows.add(List.of(
                        Cell.of(Look.GROUP, ""), Cell.of(Look.GROUP, next).across(COLUMNS.size() - 1)));
                group = next;
            }
            rows.add(row(cell.line()));
        }
        return new WorkbookTemplate(
                identity(now),
                List.of(new Sheet(formats.text("exchange.sheet.fill"), WIDTHS, HEAD_ROWS, 2, rows), guide()));
    }

    /** What the form's head says; nothing where the return is asked without a form. */
    private String statutoryHead(@Nullable UUID templateId) {
        if (templateId == null) {
            return "";
        }
        FormHead form = templates.form(templateId);
        TemplateHead head = form.head();
        LocalDate validUntil = head.validUntil();
        return Stream.of(
                        Map.entry("formCode", head.formCode()),
                        Map.entry("issuer", head.issuer()),
                        Map.entry("approvalNo", head.approvalNo()),
                        Map.entry("validUntil", validUntil == null ? "" : validUntil.toString()))
                .filter(part -> !part.getValue().isEmpty())
                .map(part -> formats.text(
                        "exchange.sheet.head", formats.text("template.field." + part.getKey()), part.getValue()))
                .collect(Collectors.joining());
    }

    private List<Cell> row(ReturnSheet.Line line) {
        String hint = hint(line);
        Look look = numeric(line) ? Look.NUMBER : Look.TEXT;
        Cell value = value(line, line.content().value(), line.content().wording(), look);
        Cell note = Cell.of(Look.TEXT, line.content().note());
        return List.of(
                Cell.of(Look.TEXT, key(line)),
                Cell.of(Look.TEXT, texts.name(line)),
                Cell.of(Look.TEXT, formats.measure(LineTexts.measure(line))),
                Cell.of(Look.TEXT, Objects.requireNonNullElse(line.indicator().definition(formats.locale()), "")),
                value(line, line.lastYear(), null, look),
                value(line, line.previous(), line.previousWording(), look),
                line.editable()
                        ? value.open(new Entry(texts.name(line), hint, choices(line), line.item() == Item.TEXT))
                        : value,
                line.editable()
                        ? note.open(new Entry(
                                formats.text("exchange.sheet.column.note"),
                                formats.text("exchange.sheet.hint.note"),
                                List.of(),
                                true))
                        : note,
                Cell.of(Look.TEXT, ""));
    }

    private Cell value(ReturnSheet.Line line, @Nullable BigDecimal value, @Nullable String wording, Look look) {
        return switch (line.item()) {
            case TEXT -> Cell.of(look, Objects.requireNonNullElse(wording, ""));
            case MILESTONE -> Cell.of(look, value == null ? "" : texts.answer(value.signum() > 0));
            case VALUE, NUMERATOR, DENOMINATOR ->
                Cell.of(
                        look,
                        value == null
                                ? null
                                : plain(line.indicator().valueMeasure().fromBase(value)));
        };
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        return shortest.setScale(Math.max(0, shortest.scale()));
    }

    private static boolean numeric(ReturnSheet.Line line) {
        return line.item() != Item.TEXT && line.item() != Item.MILESTONE;
    }

    private List<String> choices(ReturnSheet.Line line) {
        return line.item() == Item.MILESTONE ? List.of(texts.answer(true), texts.answer(false)) : List.of();
    }

    private String hint(ReturnSheet.Line line) {
        return switch (line.item()) {
            case TEXT -> formats.text("exchange.sheet.hint.text");
            case MILESTONE -> formats.text("exchange.sheet.hint.milestone");
            case VALUE, NUMERATOR, DENOMINATOR ->
                formats.text("exchange.sheet.hint.number", formats.measure(LineTexts.measure(line)));
        };
    }

    private Sheet guide() {
        var rows = new ArrayList<List<Cell>>();
        rows.add(List.of(
                Cell.of(Look.TITLE, formats.text("exchange.sheet.guide")).across(3)));
        rows.add(List.of(
                Cell.of(Look.HEAD, formats.text("exchange.guide.number")),
                Cell.of(Look.HEAD, formats.text("exchange.guide.what")),
                Cell.of(Look.HEAD, formats.text("exchange.guide.how"))));
        IntStream.rangeClosed(1, GUIDE_LINES)
                .mapToObj(line -> List.of(
                        Cell.of(Look.TEXT, Integer.toString(line)),
                        Cell.of(Look.TEXT, formats.text("exchange.guide." + line)),
                        Cell.of(Look.TEXT, formats.text("exchange.guide." + line + ".how"))))
                .forEach(rows::add);
        return new Sheet(formats.text("exchange.sheet.guide"), GUIDE_WIDTHS, 2, 0, rows);
    }

    /** Which editions of a figure and its note the template was filled with. */
    record Editions(int value, int note) {

        static Editions of(ReturnSheet.Line line) {
            return new Editions(line.valueEdition(), line.noteEdition());
        }

        static Editions parse(String text) {
            int slash = text.indexOf('/');
            return new Editions(
                    Integer.parseInt(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
        }

        @Override
        public String toString() {
            return value + "/" + note;
        }
    }
}
