package fledge.exchange;

import fledge.apportionment.TargetSetStatus;
import fledge.apportionment.TargetSetView;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.sheets.CellRemark;
import fledge.sheets.WorkbookLimits;
import fledge.sheets.WorkbookService;
import fledge.ui.Formats;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * A decomposition as a workbook and back: all of it or nothing, only on confirmation, and through the same door as everything
 * typed on the workbench. Opening the workbook holds no connection to the database.
 */
@Service
public class TargetImportService {

    private static final WorkbookLimits LIMITS = ImportService.LIMITS;

    private final TargetUploads uploads;
    private final WorkbookService workbooks;
    private final Formats formats;

    TargetImportService(TargetUploads uploads, WorkbookService workbooks, Formats formats) {
        this.uploads = uploads;
        this.workbooks = workbooks;
        this.formats = formats;
    }

    /** Why nothing can be written into a target set; null for a draft. */
    public static @Nullable Reason closed(TargetSetView set) {
        return set.status() == TargetSetStatus.DRAFT
                ? null
                : Reason.of("apportionment.refused.setStatus", set.status());
    }

    /** The decomposition as a workbook, with what it holds now. */
    public OutgoingFile template(UUID setId) {
        TargetUploads.Template template = uploads.template(setId);
        return new OutgoingFile(template.fileName(), workbooks.write(template.workbook()));
    }

    /** Takes a workbook in, for this person and target set in the place of any before. */
    public void upload(UUID setId, @Nullable String fileName, byte[] file) {
        uploads.open(setId);
        String name = Objects.requireNonNullElse(fileName, "");
        if (file.length == 0 && name.isBlank()) {
            throw new RuleRefused(Reason.on(WorkbookService.FIELD, "exchange.refused.choose-file"));
        }
        uploads.keep(setId, name, file, workbooks.read(file, LIMITS));
    }

    /** The workbook that waits for this person's confirmation, compared with what the target set holds now. */
    public Optional<TargetImportView> waiting(UUID setId) {
        return uploads.waiting(setId).map(waiting -> uploads.compare(setId, workbooks.read(waiting.file(), LIMITS)));
    }

    /**
     * Writes what was looked at; asked twice it answers twice and writes once.
     *
     * @param basis of the comparison that was looked at; anything changed since refuses
     * @param overwrite whether the workbook prevails where somebody else wrote since it was downloaded
     */
    public ImportResult confirm(UUID setId, UUID uploadId, String basis, boolean overwrite) {
        return switch (uploads.confirmable(setId, uploadId)) {
            case WaitingWorkbooks.Confirmable.Done done -> done.result();
            case WaitingWorkbooks.Confirmable.Open open ->
                uploads.confirm(setId, uploadId, basis, overwrite, workbooks.read(open.file(), LIMITS));
        };
    }

    public void discard(UUID setId) {
        uploads.discard(setId);
    }

    /** The user's own file with red cells and comments. */
    public Optional<OutgoingFile> remarked(UUID setId) {
        return uploads.waiting(setId).map(waiting -> {
            TargetImportView view = uploads.compare(setId, workbooks.read(waiting.file(), LIMITS));
            return new OutgoingFile(
                    formats.text("exchange.remarked.file", view.fileName().replaceFirst("(?i)\\.xlsx$", "")),
                    workbooks.remark(
                            waiting.file(),
                            LIMITS,
                            view.rows().stream()
                                    .filter(row -> row.verdict() == ImportVerdict.FAULTY)
                                    .map(row -> CellRemark.fault(row.sheet(), row.cell(), said(row)))
                                    .toList()));
        });
    }

    /** Everything there is to say about a cell, in one line. */
    public String said(TargetImportRow row) {
        Stream<Reason> conflict =
                row.verdict() == ImportVerdict.CONFLICT ? Stream.of(Reason.of("exchange.conflict")) : Stream.empty();
        return Stream.concat(row.faults().stream(), conflict).map(formats::text).collect(Collectors.joining("；"));
    }
}
