package fledge.exchange;

import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.monitoring.ReturnSheet;
import fledge.monitoring.rules.Finding;
import fledge.sheets.CellPosition;
import fledge.sheets.CellRemark;
import fledge.sheets.WorkbookLimits;
import fledge.sheets.WorkbookService;
import fledge.ui.Formats;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * A return as a workbook and back. Nothing is written before the confirmation, and then through the same door as everything
 * typed into the form. Opening the workbook holds no connection to the database.
 */
@Service
public class ImportService {

    public static final WorkbookLimits LIMITS = WorkbookLimits.FORM;

    private final Uploads uploads;
    private final WorkbookService workbooks;
    private final Formats formats;

    ImportService(Uploads uploads, WorkbookService workbooks, Formats formats) {
        this.uploads = uploads;
        this.workbooks = workbooks;
        this.formats = formats;
    }

    /** The return as a workbook, filled with what it holds now. */
    public OutgoingFile template(UUID returnId) {
        Uploads.Template template = uploads.template(returnId);
        return new OutgoingFile(template.fileName(), workbooks.write(template.workbook()));
    }

    /** Takes a workbook in, for this person and return in the place of any before. */
    public void upload(UUID returnId, @Nullable String fileName, byte[] file) {
        uploads.open(returnId);
        String name = Objects.requireNonNullElse(fileName, "");
        if (file.length == 0 && name.isBlank()) {
            throw new RuleRefused(Reason.on(WorkbookService.FIELD, "exchange.refused.choose-file"));
        }
        uploads.keep(returnId, name, file, workbooks.read(file, LIMITS));
    }

    /** The workbook that waits for this person's confirmation, compared with what the return holds now. */
    public Optional<ImportView> waiting(UUID returnId) {
        return uploads.waiting(returnId)
                .map(waiting -> uploads.compare(returnId, workbooks.read(waiting.file(), LIMITS)));
    }

    /**
     * Writes what was looked at; asked twice it answers twice and writes once.
     *
     * @param basis of the comparison that was looked at; anything changed since refuses
     * @param onlyFaultless leaves faulty rows out instead of refusing them all
     * @param overwritten the cells in conflict in which the workbook is to prevail
     */
    public ImportResult confirm(
            UUID returnId, UUID uploadId, String basis, boolean onlyFaultless, Set<UUID> overwritten) {
        return switch (uploads.confirmable(returnId, uploadId)) {
            case WaitingWorkbooks.Confirmable.Done done -> done.result();
            case WaitingWorkbooks.Confirmable.Open open ->
                uploads.confirm(
                        returnId, uploadId, basis, onlyFaultless, overwritten, workbooks.read(open.file(), LIMITS));
        };
    }

    public void discard(UUID returnId) {
        uploads.discard(returnId);
    }

    /** The user's own file with red cells, comments and a verdict in each row. */
    public Optional<OutgoingFile> remarked(UUID returnId) {
        return uploads.waiting(returnId).map(waiting -> {
            ImportView view = uploads.compare(returnId, workbooks.read(waiting.file(), LIMITS));
            var remarks = new ArrayList<CellRemark>();
            for (ImportRow row : view.rows()) {
                boolean faulty = row.verdict() == ImportVerdict.FAULTY;
                String why = said(row);
                if (faulty) {
                    remarks.add(CellRemark.fault(view.sheet(), row.cell(), why));
                }
                remarks.add(CellRemark.result(
                        view.sheet(),
                        new CellPosition(row.cell().row(), ReturnTemplate.RESULT),
                        formats.text(row.verdict()) + (why.isEmpty() ? "" : "：" + why),
                        faulty));
            }
            return new OutgoingFile(
                    formats.text("exchange.remarked.file", view.fileName().replaceFirst("(?i)\\.xlsx$", "")),
                    workbooks.remark(waiting.file(), LIMITS, remarks));
        });
    }

    /** Everything there is to say about a row, in one line. */
    public String said(ImportRow row) {
        ReturnSheet.Line line = row.line();
        Stream<Reason> findings = row.findings().stream()
                .map(Finding::message)
                .filter(message -> !row.faults().contains(message));
        Stream<Reason> conflict = row.verdict() == ImportVerdict.CONFLICT && line != null
                ? Stream.of(Reason.of("exchange.conflict"))
                : Stream.empty();
        return Stream.of(row.faults().stream(), conflict, findings)
                .flatMap(reasons -> reasons)
                .map(formats::text)
                .collect(Collectors.joining("；"));
    }
}
