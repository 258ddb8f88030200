package fledge.exchange.web;

import fledge.exchange.ImportRow;
import fledge.exchange.ImportService;
import fledge.exchange.ImportVerdict;
import fledge.exchange.ImportView;
import fledge.exchange.LineTexts;
import fledge.identity.UnitService;
import fledge.monitoring.EntryService;
import fledge.monitoring.ReturnSheet;
import fledge.monitoring.ReturnView;
import fledge.programme.rules.Item;
import fledge.ui.Formats;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lays the steps of an import out for reading. */
@Component
class ImportPages {

    private final ImportService imports;
    private final EntryService entries;
    private final UnitService units;
    private final LineTexts texts;
    private final ImportSteps steps;
    private final Formats formats;

    ImportPages(
            ImportService imports,
            EntryService entries,
            UnitService units,
            LineTexts texts,
            ImportSteps steps,
            Formats formats) {
        this.imports = imports;
        this.entries = entries;
        this.units = units;
        this.texts = texts;
        this.steps = steps;
        this.formats = formats;
    }

    record DifferencesPage(
            ImportSteps.Head head,
            UUID upload,
            String basis,
            @Nullable String closed,
            long writable,
            long conflicts,
            long faulty,
            long unchanged,
            List<Row> rows) {

        public boolean confirmable() {
            return closed == null && writable + conflicts > 0;
        }
    }

    record Row(
            int number,
            String name,
            String measure,
            @Nullable String before,
            @Nullable String typed,
            @Nullable String noteBefore,
            @Nullable String noteThen,
            String tone,
            String verdict,
            String said,
            @Nullable UUID conflict,
            @Nullable String href) {}

    @Transactional(readOnly = true)
    ImportSteps.ChoosePage choose(UUID returnId, boolean tooLarge) {
        EntryService.Preview now = entries.preview(returnId, List.of());
        return new ImportSteps.ChoosePage(
                head(now.report(), ImportSteps.At.UPLOAD, tooLarge),
                now.closed() == null ? null : formats.text(now.closed()),
                formats.text("exchange.import.how", ImportService.LIMITS.megabytes()));
    }

    @Transactional(readOnly = true)
    ImportSteps.RecognisedPage recognised(ImportView view, boolean tooLarge) {
        ImportSteps.Head head = head(view.report(), ImportSteps.At.RECOGNISED, tooLarge);
        return steps.recognised(
                head,
                new ImportSteps.File(view.fileName(), view.size(), view.sha256(), view.uploadedAt(), view.expiresAt()),
                List.of(
                        steps.fact("period", head.of().over()),
                        steps.fact("sheet", view.sheet()),
                        steps.fact(
                                "rows",
                                formats.text(
                                        "exchange.recognised.rows.text",
                                        view.rows().stream()
                                                .filter(row -> row.line() != null)
                                                .count(),
                                        view.asked())),
                        steps.fact(
                                "changed",
                                formats.text(
                                        "exchange.recognised.changed.text",
                                        view.count(ImportVerdict.WRITABLE) + view.count(ImportVerdict.CONFLICT),
                                        view.count(ImportVerdict.FAULTY)))));
    }

    @Transactional(readOnly = true)
    DifferencesPage differences(ImportView view) {
        return new DifferencesPage(
                head(view.report(), ImportSteps.At.DIFFERENCES, false),
                view.id(),
                view.basis(),
                view.closed() == null ? null : formats.text(view.closed()),
                view.count(ImportVerdict.WRITABLE),
                view.count(ImportVerdict.CONFLICT),
                view.count(ImportVerdict.FAULTY),
                view.count(ImportVerdict.UNCHANGED),
                view.rows().stream()
                        .filter(row -> row.verdict() != ImportVerdict.UNCHANGED)
                        .map(row -> row(view, row))
                        .toList());
    }

    private Row row(ImportView view, ImportRow row) {
        ReturnSheet.Line line = row.line();
        if (line == null) {
            return new Row(
                    row.number(),
                    row.key(),
                    "",
                    null,
                    row.typed(),
                    null,
                    null,
                    tone(row.verdict()),
                    formats.text(row.verdict()),
                    imports.said(row),
                    null,
                    null);
        }
        boolean noteChanged = !row.then().note().equals(line.content().note());
        return new Row(
                row.number(),
                texts.name(line),
                line.item() == Item.TEXT ? "" : formats.measure(LineTexts.measure(line)),
                texts.shown(line, line.content()),
                row.verdict() == ImportVerdict.FAULTY ? row.typed() : texts.shown(line, row.then()),
                noteChanged ? line.content().note() : null,
                noteChanged ? row.then().note() : null,
                tone(row.verdict()),
                formats.text(row.verdict()),
                imports.said(row),
                row.verdict() == ImportVerdict.CONFLICT ? line.id() : null,
                "/returns/" + view.report().id() + "/form#value-" + line.id());
    }

    /** The colour of a verdict. */
    static String tone(ImportVerdict verdict) {
        return switch (verdict) {
            case UNCHANGED -> "neutral";
            case WRITABLE -> "done";
            case CONFLICT -> "attention";
            case FAULTY -> "refused";
        };
    }

    private ImportSteps.Head head(ReturnView report, ImportSteps.At at, boolean tooLarge) {
        String address = "/returns/" + report.id();
        return steps.head(
                new ImportSteps.Subject(
                        address,
                        address + "/form",
                        formats.text("exchange.back"),
                        address + "/template.xlsx",
                        formats.text("exchange.template.download"),
                        units.unit(report.unitId()).name(formats.locale()) + " · "
                                + formats.period(report.round().period())),
                at,
                tooLarge,
                ImportService.LIMITS);
    }
}
