package fledge.exchange;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.apportionment.LineView;
import fledge.apportionment.SplitForecast;
import fledge.apportionment.SplitService;
import fledge.apportionment.SplitView;
import fledge.apportionment.TargetSetService;
import fledge.apportionment.TargetSetView;
import fledge.identity.UnitService;
import fledge.kernel.AuditedEvent;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
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
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The part of a decomposition's import that touches the database; the workbook was opened before, outside of any transaction. */
@Component
class TargetUploads {

    private static final String REFUSED = "exchange.target.refused.";

    private final WaitingWorkbooks waiting;
    private final TargetSetService sets;
    private final SplitService splits;
    private final ProgrammeService programmes;
    private final UnitService units;
    private final TargetSetTemplate templates;
    private final Formats formats;
    private final ApplicationEventPublisher events;

    TargetUploads(
            WaitingWorkbooks waiting,
            TargetSetService sets,
            SplitService splits,
            ProgrammeService programmes,
            UnitService units,
            TargetSetTemplate templates,
            Formats formats,
            ApplicationEventPublisher events) {
        this.waiting = waiting;
        this.sets = sets;
        this.splits = splits;
        this.programmes = programmes;
        this.units = units;
        this.templates = templates;
        this.formats = formats;
        this.events = events;
    }

    record Template(String fileName, WorkbookTemplate workbook) {}

    @Transactional(readOnly = true)
    public Template template(UUID setId) {
        Actor.current().require(Right.TARGET_READ);
        TargetSetView set = sets.set(setId);
        return new Template(
                formats.text("exchange.target.file", set.name(), set.number()),
                templates.of(
                        set,
                        sets.splits(setId),
                        programmes.programme(set.programmeId()).name(formats.locale()),
                        units.byId()));
    }

    /** The set that a workbook is handed in for. */
    @Transactional(readOnly = true)
    public TargetSetView set(UUID setId) {
        Actor.current().require(Right.TARGET_PLAN);
        return sets.set(setId);
    }

    /** The same, refused where nothing can be written into it. */
    @Transactional(readOnly = true)
    public TargetSetView open(UUID setId) {
        TargetSetView set = set(setId);
        Reason closed = TargetImportService.closed(set);
        if (closed != null) {
            throw new RuleRefused(closed.at(WorkbookService.FIELD));
        }
        return set;
    }

    @Transactional
    public void keep(UUID setId, String fileName, byte[] file, WorkbookContent workbook) {
        TargetSetView set = open(setId);
        Map<String, String> identity =
                WaitingWorkbooks.identity(workbook, TargetSetTemplate.KIND, TargetSetTemplate.LAYOUT, REFUSED);
        if (!setId.toString().equals(identity.get("set"))) {
            throw WaitingWorkbooks.refused(REFUSED + "other-set");
        }
        if (!Integer.toString(set.number()).equals(identity.get("draft"))) {
            throw new RuleRefused(Reason.on(WorkbookService.FIELD, "exchange.target.refused.old-draft", set.number()));
        }
        // A first look: whether its sheets can be found at all.
        compare(set, workbook);
        waiting.keepForSet(setId, fileName, file);
    }

    /** The workbook that this person has waiting for a target set. */
    @Transactional(readOnly = true)
    public Optional<WaitingWorkbooks.Waiting> waiting(UUID setId) {
        set(setId);
        return waiting.waiting(setId);
    }

    @Transactional(readOnly = true)
    public TargetImportView compare(UUID setId, WorkbookContent workbook) {
        TargetSetView set = set(setId);
        TargetComparison compared = compare(set, workbook);
        WorkbookUpload upload = waiting.open(setId);
        return new TargetImportView(
                upload.id(),
                set,
                upload.fileName(),
                upload.size(),
                upload.sha256(),
                upload.uploadedAt(),
                upload.uploadedAt().plus(WaitingWorkbooks.KEPT),
                compared.sheets(),
                compared.basis(),
                TargetImportService.closed(set),
                compared.splits().stream()
                        .map(SplitForecast::now)
                        .mapToInt(TargetUploads::numbers)
                        .sum(),
                compared.rows(),
                compared.splits());
    }

    private TargetComparison compare(TargetSetView set, WorkbookContent workbook) {
        return TargetComparison.of(set, sets.splits(set.id()), workbook, units.byId());
    }

    private static int numbers(SplitView split) {
        return split.numeric() ? split.lines().size() * (SplitSheet.isRatio(split) ? 2 : 1) : 0;
    }

    @Transactional(readOnly = true)
    public WaitingWorkbooks.Confirmable confirmable(UUID setId, UUID uploadId) {
        set(setId);
        return waiting.confirmable(setId, uploadId);
    }

    @Transactional
    public ImportResult confirm(UUID setId, UUID uploadId, String basis, boolean overwrite, WorkbookContent workbook) {
        WorkbookUpload upload = waiting.lock(setId, uploadId);
        ImportResult before = upload.result();
        if (before != null) {
            return before;
        }
        TargetSetView set = open(setId);
        TargetComparison compared = compare(set, workbook);
        if (!compared.basis().equals(basis)) {
            throw new RuleRefused(Reason.of("exchange.refused.changed-meanwhile"));
        }
        long faulty = compared.count(ImportVerdict.FAULTY);
        if (faulty > 0) {
            throw new RuleRefused(Reason.of("exchange.target.refused.faults", faulty));
        }
        long conflicts = compared.count(ImportVerdict.CONFLICT);
        if (conflicts > 0 && !overwrite) {
            throw new RuleRefused(Reason.on("overwrite", "exchange.target.refused.conflicts", conflicts));
        }
        Map<SplitView, List<SplitService.Entry>> entries = compared.entries();
        if (entries.isEmpty()) {
            throw new RuleRefused(Reason.of("exchange.refused.nothing"));
        }
        splits.enterAll(
                setId,
                entries.entrySet().stream()
                        .map(entry -> grid(entry.getKey(), entry.getValue()))
                        .toList());
        var result = new ImportResult(Math.toIntExact(compared.count(ImportVerdict.WRITABLE) + conflicts), 0);
        waiting.confirm(waiting.lock(setId, uploadId), result);
        events.publishEvent(new WorkbookImported(
                new AuditedEvent.Subject("target-set", setId, set.name()),
                upload.fileName(),
                upload.sha256(),
                result.written(),
                result.leftOut()));
        return result;
    }

    /** The pins and the basis stay as they are. */
    private static SplitService.Grid grid(SplitView split, List<SplitService.Entry> changed) {
        Set<UUID> pinned = split.lines().stream()
                .filter(LineView::pinned)
                .map(LineView::id)
                .collect(Collectors.toSet());
        return new SplitService.Grid(split.indicator().id(), changed, pinned, split.basis());
    }

    @Transactional
    public void discard(UUID setId) {
        set(setId);
        waiting.discard(setId);
    }
}
