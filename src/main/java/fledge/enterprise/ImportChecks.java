package fledge.enterprise;

import fledge.enterprise.rules.CreditCode;
import fledge.enterprise.rules.SizeFigures;
import fledge.identity.UnitView;
import fledge.kernel.Reason;
import fledge.sheets.CellKind;
import fledge.sheets.CellText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads a row of an import by the rules of the form ({@link Reading}, {@link EntryChecks}), and holds it against the register. An empty
 * cell that may be empty leaves what is known as it is.
 */
@Component
class ImportChecks {

    private static final Pattern INDUSTRY = Pattern.compile("[A-T]?(\\d{1,4})(?!\\d).*", Pattern.DOTALL);
    private static final int FEWEST_DIGITS = 2;

    /** What a workbook keeps of a number; the code's last digits are zeros by then. */
    private static final int MOST_DIGITS = 15;

    private static final Set<String> YES = Set.of("是", "y", "yes", "true", "1", "√");
    private static final Set<String> NO = Set.of("否", "n", "no", "false", "0", "×");

    private static final int LONGEST_SHOWN = 600;

    private final EntryChecks checks;
    private final Industries industries;
    private final EnterpriseRepository enterprises;
    private final EnterpriseYearRepository years;

    ImportChecks(
            EntryChecks checks,
            Industries industries,
            EnterpriseRepository enterprises,
            EnterpriseYearRepository years) {
        this.checks = checks;
        this.industries = industries;
        this.enterprises = enterprises;
        this.years = years;
    }

    /** An enterprise the register knows, with its figures by year. */
    record Known(Enterprise enterprise, Map<Integer, EnterpriseYear> years) {}

    /** What the rows of a batch are held against: the register's part, the districts by what they are called, and the day. */
    record Register(
            Map<String, Known> known, Map<String, List<UUID>> districts, EntryChecks.Day day, String usualSource) {}

    /** A row with what it says and what is to be said of it; {@code figures} is null where it has none. */
    record Checked(
            ImportSheet.Row row,
            String code,
            @Nullable Known known,
            EnterpriseTerms terms,
            @Nullable YearFigures figures,
            List<ImportFinding> faults,
            List<ImportFinding> differences) {

        ImportVerdict verdict() {
            return !faults.isEmpty()
                    ? ImportVerdict.REFUSED
                    : known == null
                            ? ImportVerdict.NEW
                            : differences.isEmpty() ? ImportVerdict.UNCHANGED : ImportVerdict.CHANGED;
        }

        /** The versions of what it was held against. */
        String basis() {
            if (known == null) {
                return "";
            }
            EnterpriseYear year = figures == null ? null : known.years().get(figures.year());
            return known.enterprise().version() + "/" + (year == null ? "" : year.version());
        }

        NewEnterprise entered() {
            return new NewEnterprise(
                    code,
                    row.text(ImportColumn.CODE_REASON),
                    terms,
                    false,
                    figures == null ? List.of() : List.of(figures),
                    List.of(),
                    List.of());
        }

        ImportRow kept() {
            return new ImportRow(
                    row.number(),
                    row.texts().stream().map(ImportChecks::storable).toList(),
                    storable(code),
                    storable(row.text(ImportColumn.NAME).strip()),
                    verdict(),
                    basis(),
                    faults.isEmpty() ? differences : faults);
        }
    }

    static String code(ImportSheet.Row row) {
        return CreditCode.normalise(row.text(ImportColumn.CREDIT_CODE));
    }

    /** What the register says of those codes; locked, where it is about to be changed. */
    Register register(Collection<String> codes, boolean locked, LocalDate today, String usualSource) {
        List<Enterprise> found = enterprises.byCode(codes.toArray(String[]::new), locked);
        Map<UUID, Map<Integer, EnterpriseYear>> itsYears = new HashMap<>();
        if (!found.isEmpty()) {
            years.findByEnterpriseIdIn(found.stream().map(Enterprise::id).toList())
                    .forEach(year -> itsYears.computeIfAbsent(year.enterpriseId(), id -> new HashMap<>())
                            .put(year.year(), year));
        }
        return new Register(
                found.stream()
                        .collect(Collectors.toMap(
                                Enterprise::creditCode,
                                one -> new Known(one, itsYears.getOrDefault(one.id(), Map.of())))),
                districts(today),
                checks.on(today),
                usualSource);
    }

    private Map<String, List<UUID>> districts(LocalDate today) {
        return checks.districts(today).stream()
                .flatMap(unit -> names(unit).distinct().map(name -> Map.entry(name, unit.id())))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Stream<String> names(UnitView unit) {
        return Stream.of(unit.nameZh(), unit.nameEn(), unit.code()).map(ImportSheet::plain);
    }

    Checked check(ImportSheet.Row row, Register register) {
        String code = code(row);
        Known known = register.known().get(code);
        var reasons = new ArrayList<>(unreadable(row));
        var reading = new Reading();
        var words = new Words();
        if (known == null) {
            checks.code(words, code, row.text(ImportColumn.CODE_REASON));
        }
        EnterpriseTerms terms = checks.terms(
                words,
                new EnterpriseTerms(
                        row.text(ImportColumn.NAME),
                        industry(row.text(ImportColumn.INDUSTRY)),
                        district(words, row.text(ImportColumn.DISTRICT), register),
                        reading.day("foundedOn", row.text(ImportColumn.FOUNDED)),
                        yes(
                                words,
                                row,
                                ImportColumn.ABOVE_SCALE,
                                known != null && known.enterprise().aboveScale()),
                        yes(
                                words,
                                row,
                                ImportColumn.ABOVE_LIMIT,
                                known != null && known.enterprise().aboveLimit())),
                register.day());
        YearFigures figures = figures(row, reading, words, known, terms.foundedOn(), register);
        reasons.addAll(reading.reasons());
        reasons.addAll(words.reasons());
        List<ImportFinding> faults = faults(row, reasons);
        return new Checked(
                row,
                code,
                known,
                terms,
                figures,
                faults,
                known == null || !faults.isEmpty() ? List.of() : differences(row.number(), known, terms, figures));
    }

    /** A row whose code an earlier one has already. */
    static Checked repeated(Checked checked, int first) {
        return new Checked(
                checked.row(),
                checked.code(),
                checked.known(),
                checked.terms(),
                checked.figures(),
                List.of(ImportFinding.fault(
                        checked.row().number(),
                        storable(checked.row().text(ImportColumn.CREDIT_CODE)),
                        Reason.on("creditCode", "enterprise.import.refused.repeated", Integer.toString(first)))),
                List.of());
    }

    /** What a cell is, and not what it says, makes it unfit. */
    private static List<Reason> unreadable(ImportSheet.Row row) {
        var reasons = new ArrayList<Reason>();
        for (ImportColumn column : ImportColumn.values()) {
            CellText cell = row.at(column);
            if (cell.kind() == CellKind.FORMULA || cell.kind() == CellKind.ERROR) {
                reasons.add(Reason.on(column.field(), "enterprise.import.refused.formula"));
            }
        }
        CellText code = row.at(ImportColumn.CREDIT_CODE);
        if (code.kind() == CellKind.NUMBER && code.text().length() > MOST_DIGITS) {
            reasons.add(Reason.on("creditCode", "enterprise.import.refused.code-is-number"));
        }
        return reasons;
    }

    /** The first that is said of each cell, in the order of the columns. */
    private static List<ImportFinding> faults(ImportSheet.Row row, List<Reason> reasons) {
        var said = new EnumMap<ImportColumn, Reason>(ImportColumn.class);
        reasons.forEach(reason -> said.putIfAbsent(ImportColumn.of(Objects.requireNonNull(reason.field())), reason));
        return said.entrySet().stream()
                .map(entry -> ImportFinding.fault(row.number(), storable(row.text(entry.getKey())), entry.getValue()))
                .toList();
    }

    /** The division or group of what begins as its code, of a finer code the one above it; or the one of that name. */
    private String industry(String typed) {
        String text = ImportSheet.plain(typed).toUpperCase(Locale.ROOT);
        Matcher matcher = INDUSTRY.matcher(text);
        if (!matcher.matches()) {
            return industries.chosen().stream()
                    .filter(industry -> ImportSheet.plain(industry.nameZh()).equalsIgnoreCase(text))
                    .map(IndustryView::code)
                    .findFirst()
                    .orElse("");
        }
        String digits = matcher.group(1);
        // A workbook takes the zero before a single digit away.
        String code = digits.length() == 1 ? "0" + digits : digits;
        for (int length = code.length(); length >= FEWEST_DIGITS; length--) {
            String part = code.substring(0, length);
            if (industries.find(part).filter(found -> !found.divided()).isPresent()) {
                return part;
            }
        }
        return "";
    }

    private static UUID district(Words words, String typed, Register register) {
        List<UUID> called = register.districts().getOrDefault(ImportSheet.plain(typed), List.of());
        words.require("districtId", called.size() <= 1, "enterprise.import.refused.two-districts");
        words.require("districtId", !called.isEmpty(), "enterprise.import.refused.no-district");
        return called.isEmpty() ? Reading.NOBODY : called.getFirst();
    }

    private static boolean yes(Words words, ImportSheet.Row row, ImportColumn column, boolean unsaid) {
        String text = ImportSheet.plain(row.text(column));
        words.require(
                column.field(),
                text.isEmpty() || YES.contains(text) || NO.contains(text),
                "enterprise.import.refused.yes-or-no");
        return text.isEmpty() ? unsaid : YES.contains(text);
    }

    private @Nullable YearFigures figures(
            ImportSheet.Row row,
            Reading reading,
            Words words,
            @Nullable Known known,
            LocalDate foundedOn,
            Register register) {
        boolean said = Stream.of(ImportColumn.YEAR, ImportColumn.EMPLOYEES, ImportColumn.REVENUE, ImportColumn.ASSETS)
                .anyMatch(column -> !row.at(column).isBlank());
        if (!said) {
            return null;
        }
        int year = reading.year("year", row.text(ImportColumn.YEAR));
        EnterpriseYear was = known == null ? null : known.years().get(year);
        SizeFigures before = was == null ? new SizeFigures(null, null, null) : was.figures();
        String source = row.text(ImportColumn.SOURCE);
        return checks.figures(
                words,
                new YearFigures(
                        year,
                        new SizeFigures(
                                either(
                                        reading.whole("employees", row.text(ImportColumn.EMPLOYEES)),
                                        before.employees()),
                                either(reading.money("revenue", row.text(ImportColumn.REVENUE)), before.revenueFen()),
                                either(reading.money("assets", row.text(ImportColumn.ASSETS)), before.assetsFen())),
                        source.isBlank() ? was == null ? register.usualSource() : was.source() : source),
                foundedOn,
                register.day().date());
    }

    private static @Nullable Long either(@Nullable Long said, @Nullable Long known) {
        return said == null ? known : said;
    }

    private static List<ImportFinding> differences(
            int number, Known known, EnterpriseTerms terms, @Nullable YearFigures figures) {
        var differences = new ArrayList<ImportFinding>();
        EnterpriseView was = known.enterprise().view();
        differ(differences, number, "nameZh", was.nameZh(), terms.nameZh());
        differ(differences, number, "industryCode", was.industryCode(), terms.industryCode());
        differ(differences, number, "districtId", was.districtId(), terms.districtId());
        differ(differences, number, "foundedOn", was.foundedOn(), terms.foundedOn());
        differ(differences, number, "aboveScale", was.aboveScale(), terms.aboveScale());
        differ(differences, number, "aboveLimit", was.aboveLimit(), terms.aboveLimit());
        if (figures != null) {
            String year = Integer.toString(figures.year());
            EnterpriseYear of = known.years().get(figures.year());
            SizeFigures before = of == null ? new SizeFigures(null, null, null) : of.figures();
            SizeFigures now = figures.figures();
            differ(differences, number, "employees", before.employees(), now.employees(), year);
            differ(differences, number, "revenue", wan(before.revenueFen()), wan(now.revenueFen()), year);
            differ(differences, number, "assets", wan(before.assetsFen()), wan(now.assetsFen()), year);
            differ(differences, number, "source", of == null ? null : of.source(), figures.source(), year);
        }
        return differences;
    }

    private static void differ(
            List<ImportFinding> differences,
            int number,
            String field,
            @Nullable Object was,
            @Nullable Object is,
            String... year) {
        if (!Objects.equals(was, is)) {
            differences.add(
                    ImportFinding.difference(number, field, Objects.toString(was, ""), Objects.toString(is, ""), year));
        }
    }

    private static @Nullable String wan(@Nullable Long fen) {
        return fen == null
                ? null
                : BigDecimal.valueOf(fen, 6).stripTrailingZeros().toPlainString();
    }

    /** What a text column takes, and no more than people read. */
    private static String storable(String text) {
        String plain = text.indexOf('\0') < 0 ? text : text.replace('\0', '\ufffd');
        return plain.length() <= LONGEST_SHOWN ? plain : plain.substring(0, LONGEST_SHOWN - 1) + "…";
    }
}
