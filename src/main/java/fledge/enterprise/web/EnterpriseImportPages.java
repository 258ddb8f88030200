package fledge.enterprise.web;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.enterprise.EnterpriseImportService;
import fledge.enterprise.ImportColumn;
import fledge.enterprise.ImportFinding;
import fledge.enterprise.ImportRow;
import fledge.enterprise.ImportStatus;
import fledge.enterprise.ImportVerdict;
import fledge.enterprise.ImportView;
import fledge.enterprise.Industries;
import fledge.enterprise.Reading;
import fledge.identity.AccountService;
import fledge.identity.UnitService;
import fledge.identity.UnitView;
import fledge.sheets.WorkbookLimits;
import fledge.ui.Formats;
import fledge.ui.Slice;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The pages of imports: which there were, and what one of them found. */
@Component
class EnterpriseImportPages {

    static final String PATH = "/enterprises/imports";

    private static final String VERDICT = "verdict";
    private static final long KILOBYTE = 1024;

    /** What is looked at first: what has to be done, then what will change. */
    private static final List<ImportVerdict> BY_WEIGHT = List.of(
            ImportVerdict.REFUSED,
            ImportVerdict.OVERTAKEN,
            ImportVerdict.CHANGED,
            ImportVerdict.NEW,
            ImportVerdict.UNCHANGED);

    private final EnterpriseImportService imports;
    private final AccountService accounts;
    private final Industries industries;
    private final UnitService units;
    private final Formats formats;

    EnterpriseImportPages(
            EnterpriseImportService imports,
            AccountService accounts,
            Industries industries,
            UnitService units,
            Formats formats) {
        this.imports = imports;
        this.accounts = accounts;
        this.industries = industries;
        this.units = units;
        this.formats = formats;
    }

    /** {@code open} is the address of the import that has to be settled before the next; {@code refused} says why none was taken in. */
    record ImportListPage(
            boolean mayManage,
            @Nullable String open,
            @Nullable String refused,
            String limits,
            List<Line> imports) {}

    /** An import in the list. */
    record Line(
            UUID id,
            String fileName,
            String hash,
            String by,
            String at,
            String status,
            String tone,
            List<String> counts) {}

    /** {@code progress} is null unless a job has it in hand; {@code confirm} is the button, null where there is nothing to confirm. */
    record ImportPage(
            UUID id,
            String fileName,
            String status,
            String tone,
            List<String> notices,
            List<Fact> facts,
            @Nullable Progress progress,
            List<EnterpriseListPages.Tile> tiles,
            @Nullable String verdict,
            @Nullable String note,
            Slice<Row> rows,
            @Nullable String confirm,
            boolean mayDiscard,
            boolean hasLeftOut) {}

    record Fact(String label, String text) {}

    /** How far a job is; without an end nobody knows how far it is to go. */
    record Progress(String text, int done, @Nullable Integer end) {}

    /** A row, with a line for each finding, or one line where there is none. */
    record Row(int number, String name, String code, List<Finding> findings) {}

    record Finding(
            @Nullable String column,
            @Nullable String was,
            @Nullable String found,
            @Nullable String said) {}

    @Transactional(readOnly = true)
    ImportListPage list(boolean tooLarge) {
        List<ImportView> views = imports.newest();
        Map<UUID, String> names =
                accounts.personNames(views.stream().map(ImportView::uploadedBy).collect(Collectors.toSet()));
        return new ImportListPage(
                Actor.current().may(Right.ENTERPRISE_MANAGE),
                views.stream()
                        .filter(view -> view.status().isOpen())
                        .map(view -> PATH + "/" + view.id())
                        .findFirst()
                        .orElse(null),
                tooLarge ? formats.text("sheets.refused.too-large", WorkbookLimits.TABLE.megabytes()) : null,
                formats.text(
                        "enterprise.import.limits", WorkbookLimits.TABLE.rows() - 1, WorkbookLimits.TABLE.megabytes()),
                views.stream().map(view -> line(view, names)).toList());
    }

    private Line line(ImportView view, Map<UUID, String> names) {
        return new Line(
                view.id(),
                view.fileName(),
                view.sha256().substring(0, 8),
                names.getOrDefault(view.uploadedBy(), ""),
                Objects.requireNonNullElse(formats.minute(view.uploadedAt()), ""),
                formats.text(view.status()),
                Tones.of(view.status()),
                Stream.of(ImportVerdict.NEW, ImportVerdict.CHANGED, ImportVerdict.UNCHANGED, ImportVerdict.REFUSED)
                        .map(verdict -> number(view.count(verdict)))
                        .toList());
    }

    @Transactional(readOnly = true)
    ImportPage show(UUID id, String typedVerdict, Slice.Request asked) {
        ImportView view = imports.one(id);
        Map<UUID, String> names = accounts.personNames(Stream.of(view.uploadedBy(), view.confirmedBy())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        boolean mayManage = Actor.current().may(Right.ENTERPRISE_MANAGE);
        Optional<ImportVerdict> verdict = Reading.named(typedVerdict, ImportVerdict.class)
                .or(() -> BY_WEIGHT.stream().filter(one -> view.count(one) > 0).findFirst());
        boolean forgotten = view.rowsForgottenAt() != null;
        boolean rowless = view.status() == ImportStatus.RECEIVED || forgotten;
        return new ImportPage(
                id,
                view.fileName(),
                formats.text(view.status()),
                Tones.of(view.status()),
                notices(view),
                facts(view, names),
                progress(view),
                view.status() == ImportStatus.RECEIVED ? List.of() : tiles(view),
                rowless ? null : verdict.map(formats::text).orElse(null),
                rowless ? null : verdict.map(this::note).orElse(null),
                rowless || verdict.isEmpty()
                        ? Slice.of(List.of(), asked, PATH + "/" + id, Map.of())
                        : rows(view, verdict.get(), asked),
                mayManage && view.status() == ImportStatus.READ && view.writable() > 0
                        ? formats.text("enterprise.import.confirm", view.writable())
                        : null,
                mayManage && !view.status().actions().isEmpty() && view.status() != ImportStatus.CONFIRMED,
                !view.status().isRunning()
                        && !forgotten
                        && view.count(ImportVerdict.REFUSED) + view.count(ImportVerdict.OVERTAKEN) > 0);
    }

    private List<String> notices(ImportView view) {
        return Stream.concat(
                        Stream.ofNullable(formats.day(view.rowsForgottenAt()))
                                .map(day -> formats.text(
                                        "enterprise.import.forgotten", day, EnterpriseImportService.DAYS_KEPT)),
                        imports.aboutFile(view.id()).stream().map(finding -> formats.text(finding.reason())))
                .toList();
    }

    private String note(ImportVerdict verdict) {
        return formats.text("enterprise.import.about." + verdict);
    }

    private @Nullable Progress progress(ImportView view) {
        return switch (view.status()) {
            case RECEIVED -> new Progress(formats.text("enterprise.import.reading", view.rows()), view.rows(), null);
            case CONFIRMED ->
                new Progress(
                        formats.text("enterprise.import.writing", view.done(), view.toWrite()),
                        view.done(),
                        view.toWrite());
            default -> null;
        };
    }

    private List<Fact> facts(ImportView view, Map<UUID, String> names) {
        return Stream.of(
                        fact("file", view.fileName()),
                        fact("size", Math.max(1, view.size() / KILOBYTE) + " KB"),
                        fact("hash", view.sha256()),
                        fact("uploaded", act(names.get(view.uploadedBy()), formats.minute(view.uploadedAt()))),
                        view.confirmedAt() == null
                                ? null
                                : fact(
                                        "confirmed",
                                        act(names.get(view.confirmedBy()), formats.minute(view.confirmedAt()))),
                        view.endedAt() == null ? null : fact("ended", act(null, formats.minute(view.endedAt()))))
                .filter(Objects::nonNull)
                .toList();
    }

    private Fact fact(String label, String text) {
        return new Fact(formats.text("enterprise.import.fact." + label), text);
    }

    private static String act(@Nullable String who, @Nullable String when) {
        return Stream.of(who, when).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }

    private List<EnterpriseListPages.Tile> tiles(ImportView view) {
        return Arrays.stream(ImportVerdict.values())
                .filter(verdict -> verdict != ImportVerdict.OVERTAKEN || view.count(verdict) > 0)
                .map(verdict -> new EnterpriseListPages.Tile(
                        formats.text(verdict),
                        number(view.count(verdict)),
                        view.rowsForgottenAt() == null ? PATH + "/" + view.id() + "?" + VERDICT + "=" + verdict : null))
                .toList();
    }

    private String number(int count) {
        return formats.text("enterprise.list.number", count);
    }

    private Slice<Row> rows(ImportView view, ImportVerdict verdict, Slice.Request asked) {
        Map<UUID, UnitView> unitsById = units.byId();
        return Slice.of(
                        view.count(verdict),
                        (from, limit) -> imports.rows(view.id(), verdict, from, limit),
                        asked,
                        PATH + "/" + view.id(),
                        Map.of(VERDICT, verdict.name()))
                .map(row -> row(row, unitsById));
    }

    private Row row(ImportRow row, Map<UUID, UnitView> unitsById) {
        return new Row(
                row.number(),
                row.nameZh(),
                row.creditCode(),
                row.findings().isEmpty()
                        ? List.of(new Finding(null, null, null, null))
                        : row.findings().stream()
                                .map(finding -> finding(finding, unitsById))
                                .toList());
    }

    private Finding finding(ImportFinding finding, Map<UUID, UnitView> unitsById) {
        String field = finding.field();
        String column = field.isEmpty()
                ? null
                : Arrays.stream(ImportColumn.values())
                        .filter(one -> one.field().equals(field))
                        .map(formats::text)
                        .findFirst()
                        .orElse(null);
        if (finding.isFault()) {
            return new Finding(column, null, finding.found(), formats.text(finding.reason()));
        }
        return new Finding(
                finding.args().isEmpty()
                        ? column
                        : formats.text(
                                "enterprise.import.of-year", finding.args().getFirst(), Objects.toString(column, "")),
                shown(field, finding.was(), unitsById),
                shown(field, finding.found(), unitsById),
                null);
    }

    /** A value of the register as pages show it. */
    private String shown(String field, String value, Map<UUID, UnitView> unitsById) {
        if (value.isEmpty()) {
            return value;
        }
        return switch (field) {
            case "industryCode" ->
                industries
                        .find(value)
                        .map(industry -> value + " " + industry.name(formats.locale()))
                        .orElse(value);
            case "districtId" -> {
                UnitView unit = unitsById.get(Reading.id(value));
                yield unit == null ? value : unit.name(formats.locale());
            }
            case "aboveScale", "aboveLimit" ->
                formats.text(Boolean.parseBoolean(value) ? "enterprise.yes" : "enterprise.no");
            default -> value;
        };
    }

    String templateName() {
        return formats.text("enterprise.import.template.file");
    }

    String leftOutName(UUID id) {
        return formats.text(
                        "enterprise.import.left-out.file",
                        imports.one(id).fileName().replaceFirst("(?i)\\.(xlsx|csv|txt)$", ""))
                + ".xlsx";
    }
}
