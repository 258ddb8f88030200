package fledge.exchange;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.identity.UnitService;
import fledge.kernel.AuditedEvent;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.monitoring.CellResult;
import fledge.monitoring.EntryService;
import fledge.monitoring.EntryService.Preview;
import fledge.monitoring.EntryService.Typed;
import fledge.monitoring.ReturnView;
import fledge.programme.ProgrammeService;
import fledge.sheets.WorkbookContent;
import fledge.sheets.WorkbookContent.Seal;
import fledge.sheets.WorkbookService;
import fledge.sheets.WorkbookTemplate;
import fledge.tenancy.CurrentCity;
import fledge.tenancy.PortalClock;
import fledge.ui.Formats;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The part of an import that touches the database; the workbook was opened before, outside of any transaction. */
@Component
class Uploads {

    /** How long a workbook waits to be confirmed, and how long what became of it can be read. */
    static final Duration KEPT = Duration.ofHours(24);

    private static final int LONGEST_NAME = 200;

    private final ReturnUploadRepository uploads;
    private final EntryService entries;
    private final ProgrammeService programmes;
    private final UnitService units;
    private final ReturnTemplate templates;
    private final Formats formats;
    private final PortalClock clock;
    private final ApplicationEventPublisher events;

    Uploads(
            ReturnUploadRepository uploads,
            EntryService entries,
            ProgrammeService programmes,
            UnitService units,
            ReturnTemplate templates,
            Formats formats,
            PortalClock clock,
            ApplicationEventPublisher events) {
        this.uploads = uploads;
        this.entries = entries;
        this.programmes = programmes;
        this.units = units;
        this.templates = templates;
        this.formats = formats;
        this.clock = clock;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public Template template(UUID returnId) {
        Preview now = entries.preview(returnId, List.of());
        String unit = units.unit(now.report().unitId()).name(formats.locale());
        String programme =
                programmes.programme(now.report().round().programmeId()).name(formats.locale());
        return new Template(
                formats.text(
                        "exchange.template.file",
                        unit,
                        now.report().round().period().code()),
                templates.of(now, unit, programme));
    }

    record Template(String fileName, WorkbookTemplate workbook) {}

    /** The return that a workbook may be handed in for; refused where nothing can be written. */
    @Transactional(readOnly = true)
    public ReturnView open(UUID returnId) {
        Preview now = entries.preview(returnId, List.of());
        if (now.closed() != null) {
            throw new RuleRefused(now.closed().at(WorkbookService.FIELD));
        }
        return now.report();
    }

    @Transactional
    public void keep(UUID returnId, String fileName, byte[] file, WorkbookContent workbook) {
        ReturnView report = open(returnId);
        refuseUnlessTemplateOf(report, workbook);
        // A first look: whether its rows can be found at all.
        ImportComparison.of(returnId, workbook, entries);
        UUID person = Actor.current().person();
        uploads.discard(returnId, person);
        uploads.save(new ReturnUpload(returnId, person, clock.now(), cleanName(fileName), sha256(file), file));
    }

    private void refuseUnlessTemplateOf(ReturnView report, WorkbookContent workbook) {
        Map<String, String> identity = workbook.identity();
        if (workbook.seal() == Seal.MISSING || !ReturnTemplate.KIND.equals(identity.get("template"))) {
            throw refused("no-template");
        }
        if (workbook.seal() == Seal.BROKEN) {
            throw refused("tampered");
        }
        if (!CurrentCity.get().code().equals(identity.get("city"))) {
            throw refused("other-city");
        }
        if (!ReturnTemplate.LAYOUT.equals(identity.get("layout"))) {
            throw refused("old-layout");
        }
        if (!report.round().period().code().equals(identity.get("quarter"))) {
            throw new RuleRefused(Reason.on(
                    WorkbookService.FIELD,
                    "exchange.refused.other-quarter",
                    report.round().period()));
        }
        if (!report.unitId().toString().equals(identity.get("unit"))) {
            throw refused("other-unit");
        }
        if (!report.id().toString().equals(identity.get("return"))) {
            throw refused("other-programme");
        }
    }

    private static RuleRefused refused(String why) {
        return new RuleRefused(Reason.on(WorkbookService.FIELD, "exchange.refused." + why));
    }

    /** As it is shown again: no path, no marks that are not seen, not longer than people read. */
    static String cleanName(String name) {
        String last = Normalizer.normalize(name, Normalizer.Form.NFC).replaceAll(".*[/\\\\]", "");
        String seen = last.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}]", "").strip();
        return seen.isEmpty()
                ? "—"
                : seen.substring(0, Math.min(seen.length(), LONGEST_NAME)).strip();
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The workbook that this person has waiting for a return. */
    @Transactional(readOnly = true)
    public Optional<Waiting> waiting(UUID returnId) {
        entries.filling(returnId);
        return uploads.open(returnId, Actor.current().person()).map(Waiting::of);
    }

    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Waiting(UUID id, byte[] file) {
        static Waiting of(ReturnUpload upload) {
            byte[] file = upload.content();
            if (file == null) {
                throw new NotFound("upload " + upload.id());
            }
            return new Waiting(upload.id(), file);
        }
    }

    @Transactional(readOnly = true)
    public ImportView compare(UUID returnId, WorkbookContent workbook) {
        ImportComparison compared = ImportComparison.of(returnId, workbook, entries);
        ReturnUpload upload = uploads.open(returnId, Actor.current().person())
                .orElseThrow(() -> new NotFound("upload for " + returnId));
        return new ImportView(
                upload.id(),
                compared.now().report(),
                upload.fileName(),
                upload.size(),
                upload.sha256(),
                upload.uploadedAt(),
                upload.uploadedAt().plus(KEPT),
                compared.sheet(),
                compared.basis(),
                compared.now().closed(),
                compared.now().cells().size(),
                compared.rows());
    }

    /** The workbook to confirm, or what became of it if it was confirmed before. */
    @Transactional(readOnly = true)
    public Confirmable confirmable(UUID returnId, UUID uploadId) {
        entries.filling(returnId);
        ReturnUpload upload = own(returnId, uploads.findById(uploadId));
        ImportResult result = upload.result();
        byte[] file = upload.content();
        return result != null ? new Confirmable.Done(result) : new Confirmable.Open(file == null ? new byte[0] : file);
    }

    sealed interface Confirmable {
        @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
        record Open(byte[] file) implements Confirmable {}

        record Done(ImportResult result) implements Confirmable {}
    }

    @Transactional
    public ImportResult confirm(
            UUID returnId,
            UUID uploadId,
            String basis,
            boolean onlyFaultless,
            Set<UUID> overwritten,
            WorkbookContent workbook) {
        ReturnUpload upload = own(returnId, uploads.lock(uploadId));
        ImportResult before = upload.result();
        if (before != null) {
            return before;
        }
        ImportComparison compared = ImportComparison.of(returnId, workbook, entries);
        Reason closed = compared.now().closed();
        if (closed != null) {
            throw new RuleRefused(closed);
        }
        if (!compared.basis().equals(basis)) {
            throw new RuleRefused(Reason.of("exchange.refused.changed-meanwhile"));
        }
        long faulty = compared.rows().stream()
                .filter(row -> row.verdict() == ImportVerdict.FAULTY)
                .count();
        if (faulty > 0 && !onlyFaultless) {
            throw new RuleRefused(Reason.on("only", "exchange.refused.faults", faulty));
        }
        List<ImportRow> chosen = compared.rows().stream()
                .filter(row -> row.verdict() == ImportVerdict.WRITABLE
                        || (row.verdict() == ImportVerdict.CONFLICT
                                && row.line() != null
                                && overwritten.contains(row.line().id())))
                .toList();
        List<Typed> cells = ImportComparison.cells(chosen);
        if (cells.isEmpty()) {
            throw new RuleRefused(Reason.of("exchange.refused.nothing"));
        }
        refuseUnlessAllSaved(entries.enterAll(returnId, cells));
        long left = compared.rows().stream()
                        .filter(row -> row.verdict() != ImportVerdict.UNCHANGED)
                        .count()
                - chosen.size();
        var result = new ImportResult(cells.size(), Math.toIntExact(left));
        upload.confirm(result, clock.now());
        ReturnView report = compared.now().report();
        events.publishEvent(new WorkbookImported(
                new AuditedEvent.Subject(
                        "return",
                        returnId,
                        units.label(report.unitId()) + " "
                                + report.round().period().code()),
                upload.fileName(),
                upload.sha256(),
                result.written(),
                result.leftOut()));
        return result;
    }

    /** What the comparison promised and the writing did not keep undoes all of it. */
    private static void refuseUnlessAllSaved(List<CellResult> results) {
        if (results.stream().anyMatch(result -> !(result instanceof CellResult.Saved))) {
            throw new RuleRefused(Reason.of("exchange.refused.changed-meanwhile"));
        }
    }

    /** It may be gone: after a day, or because another one took its place. */
    private static ReturnUpload own(UUID returnId, Optional<ReturnUpload> found) {
        return found.filter(upload -> upload.belongsTo(returnId, Actor.current().person()))
                .orElseThrow(() -> new RuleRefused(Reason.of("exchange.refused.gone")));
    }

    @Transactional
    public void discard(UUID returnId) {
        entries.filling(returnId);
        uploads.discard(returnId, Actor.current().person());
    }

    /** Nobody came back for it. */
    @Transactional
    public void forget() {
        uploads.forget(clock.now().minus(KEPT));
    }
}
