package fledge.exchange;

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
import fledge.sheets.WorkbookService;
import fledge.sheets.WorkbookTemplate;
import fledge.ui.Formats;
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

    private static final String REFUSED = "exchange.refused.";

    private final WaitingWorkbooks waiting;
    private final EntryService entries;
    private final ProgrammeService programmes;
    private final UnitService units;
    private final ReturnTemplate templates;
    private final Formats formats;
    private final ApplicationEventPublisher events;

    Uploads(
            WaitingWorkbooks waiting,
            EntryService entries,
            ProgrammeService programmes,
            UnitService units,
            ReturnTemplate templates,
            Formats formats,
            ApplicationEventPublisher events) {
        this.waiting = waiting;
        this.entries = entries;
        this.programmes = programmes;
        this.units = units;
        this.templates = templates;
        this.formats = formats;
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
        waiting.keepForReturn(returnId, fileName, file);
    }

    private static void refuseUnlessTemplateOf(ReturnView report, WorkbookContent workbook) {
        Map<String, String> identity =
                WaitingWorkbooks.identity(workbook, ReturnTemplate.KIND, ReturnTemplate.LAYOUT, REFUSED);
        if (!report.round().period().code().equals(identity.get("quarter"))) {
            throw new RuleRefused(Reason.on(
                    WorkbookService.FIELD,
                    REFUSED + "other-quarter",
                    report.round().period()));
        }
        if (!report.unitId().toString().equals(identity.get("unit"))) {
            throw WaitingWorkbooks.refused(REFUSED + "other-unit");
        }
        if (!report.id().toString().equals(identity.get("return"))) {
            throw WaitingWorkbooks.refused(REFUSED + "other-programme");
        }
    }

    /** The workbook that this person has waiting for a return. */
    @Transactional(readOnly = true)
    public Optional<WaitingWorkbooks.Waiting> waiting(UUID returnId) {
        entries.filling(returnId);
        return waiting.waiting(returnId);
    }

    @Transactional(readOnly = true)
    public ImportView compare(UUID returnId, WorkbookContent workbook) {
        ImportComparison compared = ImportComparison.of(returnId, workbook, entries);
        WorkbookUpload upload = waiting.open(returnId);
        return new ImportView(
                upload.id(),
                compared.now().report(),
                upload.fileName(),
                upload.size(),
                upload.sha256(),
                upload.uploadedAt(),
                upload.uploadedAt().plus(WaitingWorkbooks.KEPT),
                compared.sheet(),
                compared.basis(),
                compared.now().closed(),
                compared.now().cells().size(),
                compared.rows());
    }

    /** The workbook to confirm, or what became of it if it was confirmed before. */
    @Transactional(readOnly = true)
    public WaitingWorkbooks.Confirmable confirmable(UUID returnId, UUID uploadId) {
        entries.filling(returnId);
        return waiting.confirmable(returnId, uploadId);
    }

    @Transactional
    public ImportResult confirm(
            UUID returnId,
            UUID uploadId,
            String basis,
            boolean onlyFaultless,
            Set<UUID> overwritten,
            WorkbookContent workbook) {
        WorkbookUpload upload = waiting.lock(returnId, uploadId);
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
        waiting.confirm(upload, result);
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

    @Transactional
    public void discard(UUID returnId) {
        entries.filling(returnId);
        waiting.discard(returnId);
    }
}
