package fledge.enterprise;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.access.Right;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.sheets.WorkbookLimits;
import fledge.sheets.WorkbookService;
import fledge.tenancy.PortalClock;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Enterprises that come as a file: handed in, read and checked by a job, looked at, and written by a job once an officer confirms. Of
 * a city one import at a time is open.
 */
@Service
public class EnterpriseImportService {

    private static final Set<ImportStatus> OPEN =
            Arrays.stream(ImportStatus.values()).filter(ImportStatus::isOpen).collect(Collectors.toUnmodifiableSet());

    private static final int LONGEST_NAME = 200;
    private static final int LISTED = 50;

    /** For so many days after its end somebody may want to see what became of a row, or correct the refused ones. */
    public static final int DAYS_KEPT = 90;

    private static final int FORGOTTEN_AT_ONCE = 10;

    private final EnterpriseImportRepository imports;
    private final ImportRows rows;
    private final ImportFiles files;
    private final ImportReader reader;
    private final ImportWriter writer;
    private final WorkbookService workbooks;
    private final PortalClock clock;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    EnterpriseImportService(
            EnterpriseImportRepository imports,
            ImportRows rows,
            ImportFiles files,
            ImportReader reader,
            ImportWriter writer,
            WorkbookService workbooks,
            PortalClock clock,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.imports = imports;
        this.rows = rows;
        this.files = files;
        this.reader = reader;
        this.writer = writer;
        this.workbooks = workbooks;
        this.clock = clock;
        this.events = events;
        this.transaction = transaction;
    }

    /** What is wanted of the file before it is taken in is seen. */
    private static final class SeenEnough extends RuntimeException {}

    /** Takes a file in, to be read by the job; one without the titles of the template is refused at once. */
    public UUID upload(@Nullable String fileName, byte[] file) {
        Enterprises.requireMayManage();
        String name = cleanName(Objects.requireNonNullElse(fileName, ""));
        if (file.length == 0 && name.isEmpty()) {
            throw ImportFiles.refused("enterprise.import.refused.choose-file");
        }
        lookAtTitles(file);
        try {
            return Objects.requireNonNull(transaction.execute(status -> keep(name.isEmpty() ? "—" : name, file)));
        } catch (DataIntegrityViolationException anotherCameFirst) {
            throw openAlready();
        }
    }

    private void lookAtTitles(byte[] file) {
        ImportSheet sheet = files.sheet(row -> {
            throw new SeenEnough();
        });
        try {
            workbooks.rows(file, WorkbookLimits.TABLE, sheet);
        } catch (SeenEnough row) {
            return;
        }
        throw sheet.hasTitles() ? ImportFiles.refused("enterprise.import.refused.no-rows") : ImportSheet.noTitles();
    }

    private UUID keep(String name, byte[] file) {
        if (imports.existsByStatusIn(OPEN)) {
            throw openAlready();
        }
        EnterpriseImport received = imports.saveAndFlush(new EnterpriseImport(
                name, file.length, sha256(file), Actor.current().person(), clock.now()));
        rows.keepFile(received.id(), file);
        events.publishEvent(new EnterpriseImportReceived(received.view()));
        return received.id();
    }

    private static RuleRefused openAlready() {
        return ImportFiles.refused("enterprise.import.refused.open-already");
    }

    /** Has it written by the job; of two who confirm, one does. */
    @Transactional
    public void confirm(UUID id) {
        EnterpriseImport confirmed = lock(id);
        ImportStatus from = confirmed.status();
        if (confirmed.view().writable() == 0 && ImportAction.CONFIRM.leavesFrom(from)) {
            throw new RuleRefused(Reason.of("enterprise.import.refused.nothing"));
        }
        confirmed.confirm(
                Actor.current().person(), Objects.requireNonNull(Actor.current().accountId()), clock.now());
        events.publishEvent(new EnterpriseImportMoved(confirmed.view(), ImportAction.CONFIRM, from));
    }

    /** Lets it be; what was written of it before stays. */
    @Transactional
    public void discard(UUID id) {
        EnterpriseImport discarded = lock(id);
        ImportStatus from = discarded.status();
        discarded.move(ImportAction.DISCARD, clock.now());
        rows.forgetFile(id);
        events.publishEvent(new EnterpriseImportMoved(discarded.view(), ImportAction.DISCARD, from));
    }

    private EnterpriseImport lock(UUID id) {
        Enterprises.requireMayManage();
        return imports.lock(id).orElseThrow(() -> missing(id));
    }

    @Transactional(readOnly = true)
    public ImportView one(UUID id) {
        Actor.current().require(Right.ENTERPRISE_READ);
        return imports.findById(id).orElseThrow(() -> missing(id)).view();
    }

    private static NotFound missing(UUID id) {
        return new NotFound("import " + id);
    }

    /** The last ones, the newest first. */
    @Transactional(readOnly = true)
    public List<ImportView> newest() {
        Actor.current().require(Right.ENTERPRISE_READ);
        return imports.findByOrderByUploadedAtDescIdDesc(Limit.of(LISTED)).stream()
                .map(EnterpriseImport::view)
                .toList();
    }

    /** Rows of an import that are the same to the register, by their numbers. */
    @Transactional(readOnly = true)
    public List<ImportRow> rows(UUID id, ImportVerdict verdict, int offset, int limit) {
        one(id);
        return rows.page(id, verdict, offset, limit);
    }

    /** What concerns its file and none of its rows. */
    @Transactional(readOnly = true)
    public List<ImportFinding> aboutFile(UUID id) {
        one(id);
        return rows.aboutFile(id);
    }

    /** A workbook of the rows that were not taken, with what is to be done. */
    @Transactional(readOnly = true)
    public byte[] leftOut(UUID id) {
        if (one(id).rowsForgottenAt() != null) {
            throw missing(id);
        }
        return files.leftOut(taker -> rows.walkLeftOut(id, taker));
    }

    @Transactional(readOnly = true)
    public byte[] template() {
        return files.template();
    }

    public String csvTemplate() {
        return files.csvTemplate();
    }

    /** Reads and writes what waits in the bound city, as long as it may go on; the job's work. */
    public void workOff(BooleanSupplier goesOn) {
        List<ImportView> waiting =
                Objects.requireNonNull(transaction.execute(status -> imports.findByStatusIn(OPEN).stream()
                        .map(EnterpriseImport::view)
                        .toList()));
        for (ImportView one : waiting) {
            if (one.status() == ImportStatus.RECEIVED) {
                reader.read(one.id(), goesOn);
            } else if (one.status() == ImportStatus.CONFIRMED) {
                writer.write(one.id(), goesOn);
            }
        }
    }

    /** Whether a confirmed import is on its way into the register. */
    @Transactional(readOnly = true)
    public boolean isWriting() {
        return imports.existsByStatusIn(Set.of(ImportStatus.CONFIRMED));
    }

    /** Deletes the rows of some imports that ended long ago, and answers whether there were any; the job's work. */
    @Transactional
    public boolean forgetOldRows() {
        Instant now = clock.now();
        List<EnterpriseImport> old = imports.findByRowsForgottenAtIsNullAndEndedAtBefore(
                now.minus(Duration.ofDays(DAYS_KEPT)), Limit.of(FORGOTTEN_AT_ONCE));
        for (EnterpriseImport one : old) {
            rows.forgetRows(one.id());
            one.forgetRows(now);
            events.publishEvent(new EnterpriseImportForgotten(one.view()));
        }
        return !old.isEmpty();
    }

    /** As it is shown again: no path, no marks that are not seen, not longer than people read. */
    private static String cleanName(String name) {
        String last = Normalizer.normalize(name, Normalizer.Form.NFC).replaceAll(".*[/\\\\]", "");
        String seen = last.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}]", "").strip();
        return seen.substring(0, Math.min(seen.length(), LONGEST_NAME)).strip();
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
