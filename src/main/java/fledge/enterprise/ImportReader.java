package fledge.enterprise;

import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.sheets.WorkbookLimits;
import fledge.sheets.WorkbookService;
import fledge.tenancy.PortalClock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the file of an import row by row and keeps what was found, a thousand rows to a transaction. Broken off, it begins anew. */
@Component
class ImportReader {

    private static final Logger LOG = LoggerFactory.getLogger(ImportReader.class);
    private static final int BATCH = 1000;
    private static final int LONGEST_TITLE = 100;

    private final EnterpriseImportRepository imports;
    private final ImportRows rows;
    private final ImportChecks checks;
    private final ImportFiles files;
    private final WorkbookService workbooks;
    private final Enterprises enterprises;
    private final PortalClock clock;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    ImportReader(
            EnterpriseImportRepository imports,
            ImportRows rows,
            ImportChecks checks,
            ImportFiles files,
            WorkbookService workbooks,
            Enterprises enterprises,
            PortalClock clock,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.imports = imports;
        this.rows = rows;
        this.checks = checks;
        this.files = files;
        this.workbooks = workbooks;
        this.enterprises = enterprises;
        this.clock = clock;
        this.events = events;
        this.transaction = transaction;
    }

    /** Nobody waits for the rows any more: the import was discarded, or the portal is stopping. */
    private static final class NotWanted extends RuntimeException {}

    /** Rows that were read and not kept yet, and where each code was met first. */
    private final class Unkept {

        private final UUID importId;
        private final BooleanSupplier goesOn;
        private final List<ImportSheet.Row> waiting = new ArrayList<>();
        private final Map<String, Integer> met = new HashMap<>();

        Unkept(UUID importId, BooleanSupplier goesOn) {
            this.importId = importId;
            this.goesOn = goesOn;
        }

        void add(ImportSheet.Row row) {
            waiting.add(row);
            if (waiting.size() == BATCH) {
                keep();
            }
        }

        void keep() {
            if (!goesOn.getAsBoolean()) {
                throw new NotWanted();
            }
            transaction.executeWithoutResult(status -> {
                EnterpriseImport read = received(importId);
                ImportChecks.Register register = checks.register(
                        waiting.stream().map(ImportChecks::code).toList(),
                        false,
                        enterprises.today(),
                        files.usualSource(read.fileName()));
                List<ImportRow> checked = waiting.stream()
                        .map(row -> unlessRepeated(checks.check(row, register)).kept())
                        .toList();
                rows.keep(importId, checked);
                var counts = new EnumMap<ImportVerdict, Integer>(ImportVerdict.class);
                checked.forEach(row -> counts.merge(row.verdict(), 1, Integer::sum));
                read.read(counts);
            });
            waiting.clear();
        }

        private ImportChecks.Checked unlessRepeated(ImportChecks.Checked checked) {
            Integer first = checked.code().isEmpty()
                    ? null
                    : met.putIfAbsent(checked.code(), checked.row().number());
            return first == null ? checked : ImportChecks.repeated(checked, first);
        }
    }

    void read(UUID importId, BooleanSupplier goesOn) {
        try {
            byte[] file = transaction.execute(status -> begin(importId));
            var unkept = new Unkept(importId, goesOn);
            ImportSheet sheet = files.sheet(unkept::add);
            try {
                workbooks.rows(file, WorkbookLimits.TABLE, sheet);
                unkept.keep();
                transaction.executeWithoutResult(status -> takeIn(importId, sheet));
            } catch (RuleRefused refused) {
                transaction.executeWithoutResult(status -> refuse(importId, refused));
            }
        } catch (NotWanted stopped) {
            LOG.info("The reading of import {} was broken off", importId);
        }
    }

    private EnterpriseImport received(UUID importId) {
        EnterpriseImport found = imports.lock(importId).orElseThrow();
        if (found.status() != ImportStatus.RECEIVED) {
            throw new NotWanted();
        }
        return found;
    }

    private byte[] begin(UUID importId) {
        received(importId).beginReading();
        rows.forgetRows(importId);
        return rows.file(importId).orElseThrow();
    }

    private void takeIn(UUID importId, ImportSheet sheet) {
        EnterpriseImport read = received(importId);
        if (!sheet.hasTitles()) {
            throw ImportSheet.noTitles();
        }
        if (read.view().rows() == 0) {
            throw ImportFiles.refused("enterprise.import.refused.no-rows");
        }
        rows.keepFindings(
                importId,
                sheet.ignored().stream()
                        .map(title -> ImportFinding.fault(
                                0,
                                "",
                                Reason.of(
                                        "enterprise.import.ignored",
                                        title.substring(0, Math.min(title.length(), LONGEST_TITLE)))))
                        .toList());
        move(read, ImportAction.TAKE_IN);
    }

    private void refuse(UUID importId, RuleRefused why) {
        EnterpriseImport refused = received(importId);
        refused.beginReading();
        rows.forgetRows(importId);
        rows.keepFindings(
                importId,
                why.reasons().stream()
                        .map(reason -> ImportFinding.fault(0, "", reason))
                        .toList());
        move(refused, ImportAction.REFUSE);
    }

    private void move(EnterpriseImport moved, ImportAction action) {
        ImportStatus from = moved.status();
        moved.move(action, clock.now());
        rows.forgetFile(moved.id());
        events.publishEvent(new EnterpriseImportMoved(moved.view(), action, from));
    }
}
