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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Lays the steps of an import out for reading. */
@Component
class ImportPages {

    private static final int SHORT_HASH = 8;
    private static final long KILOBYTE = 1024;

    private final ImportService imports;
    private final EntryService entries;
    private final UnitService units;
    private final LineTexts texts;
    private final Formats formats;

    ImportPages(ImportService imports, EntryService entries, UnitService units, LineTexts texts, Formats formats) {
        this.imports = imports;
        this.entries = entries;
        this.units = units;
        this.texts = texts;
        this.formats = formats;
    }

    /** What stands over each step. */
    record Head(
            UUID returnId,
            String over,
            List<Step> steps,
            @Nullable String refused) {}

    record Step(String text, State state, @Nullable String note) {}

    enum State {
        DONE,
        CURRENT,
        AHEAD
    }

    record ChoosePage(Head head, @Nullable String closed, long megabytes) {}

    record RecognisedPage(
            Head head,
            String fileName,
            String size,
            String hash,
            String uploadedAt,
            String expiresAt,
            String sheet,
            int asked,
            long recognised,
            long changed,
            long faulty) {}

    record DifferencesPage(
            Head head,
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
    ChoosePage choose(UUID returnId, boolean tooLarge) {
        EntryService.Preview now = entries.preview(returnId, List.of());
        return new ChoosePage(
                head(now.report(), 0, tooLarge),
                now.closed() == null ? null : formats.text(now.closed()),
                ImportService.LIMITS.megabytes());
    }

    @Transactional(readOnly = true)
    RecognisedPage recognised(ImportView view, boolean tooLarge) {
        return new RecognisedPage(
                head(view.report(), 1, tooLarge),
                view.fileName(),
                Math.max(1, view.size() / KILOBYTE) + " KB",
                view.sha256().substring(0, SHORT_HASH),
                Objects.requireNonNullElse(formats.minute(view.uploadedAt()), ""),
                Objects.requireNonNullElse(formats.minute(view.expiresAt()), ""),
                view.sheet(),
                view.asked(),
                view.rows().stream().filter(row -> row.line() != null).count(),
                view.count(ImportVerdict.WRITABLE) + view.count(ImportVerdict.CONFLICT),
                view.count(ImportVerdict.FAULTY));
    }

    @Transactional(readOnly = true)
    DifferencesPage differences(ImportView view) {
        return new DifferencesPage(
                head(view.report(), 2, false),
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

    private static String tone(ImportVerdict verdict) {
        return switch (verdict) {
            case UNCHANGED -> "neutral";
            case WRITABLE -> "done";
            case CONFLICT -> "attention";
            case FAULTY -> "refused";
        };
    }

    private Head head(ReturnView report, int at, boolean tooLarge) {
        var steps = new ArrayList<Step>();
        List<String> keys = List.of("upload", "recognised", "differences", "confirm");
        for (int i = 0; i < keys.size(); i++) {
            steps.add(new Step(
                    formats.text("exchange.step." + keys.get(i)),
                    i < at ? State.DONE : i == at ? State.CURRENT : State.AHEAD,
                    null));
        }
        return new Head(
                report.id(),
                units.unit(report.unitId()).name(formats.locale()) + " · "
                        + formats.period(report.round().period()),
                steps,
                tooLarge ? formats.text("sheets.refused.too-large", ImportService.LIMITS.megabytes()) : null);
    }

    String address(UUID returnId) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/returns/{id}/import")
                .build(returnId)
                .getRawPath();
    }
}
