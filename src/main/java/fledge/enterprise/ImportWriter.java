package fledge.enterprise;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.identity.AccountService;
import fledge.tenancy.PortalClock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.MDC;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes a confirmed import into the register, through the doors that the form uses, in the name of who confirmed it. Each batch is one
 * transaction, which also notes how far it came: killed in between, the next run goes on behind the last batch that was kept.
 */
@Component
class ImportWriter {

    /** Enough for the cost of a commit to vanish, few enough for whoever waits for a row of it. */
    private static final int BATCH = 1000;

    private static final String REQUEST_ID = "requestId";

    private final EnterpriseImportRepository imports;
    private final ImportRows rows;
    private final ImportChecks checks;
    private final ImportFiles files;
    private final EnterpriseService enterprises;
    private final AnnualFigureService figures;
    private final Enterprises register;
    private final AccountService accounts;
    private final PortalClock clock;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    ImportWriter(
            EnterpriseImportRepository imports,
            ImportRows rows,
            ImportChecks checks,
            ImportFiles files,
            EnterpriseService enterprises,
            AnnualFigureService figures,
            Enterprises register,
            AccountService accounts,
            PortalClock clock,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.imports = imports;
        this.rows = rows;
        this.checks = checks;
        this.files = files;
        this.enterprises = enterprises;
        this.figures = figures;
        this.register = register;
        this.accounts = accounts;
        this.clock = clock;
        this.events = events;
        this.transaction = transaction;
    }

    /** Writes batch after batch; the trail knows all its entries by the import's id. */
    void write(UUID importId, BooleanSupplier goesOn) {
        MDC.put(REQUEST_ID, importId.toString());
        try {
            boolean more = true;
            while (more && goesOn.getAsBoolean()) {
                Actor officer = Objects.requireNonNull(transaction.execute(status -> officer(importId)));
                more = Boolean.TRUE.equals(Actor.supply(officer, () -> transaction.execute(status -> next(importId))));
            }
        } finally {
            MDC.remove(REQUEST_ID);
        }
    }

    /** Who confirmed it, as long as that account may write; after that the system, which only halts it. */
    private Actor officer(UUID importId) {
        UUID account = imports.findById(importId).orElseThrow().confirmedWith();
        Actor officer = account == null ? Actor.SYSTEM : accounts.actorOf(account);
        return officer.may(Right.ENTERPRISE_MANAGE) ? officer : Actor.SYSTEM;
    }

    /** Writes the next batch, and answers whether there may be another one. */
    private boolean next(UUID importId) {
        EnterpriseImport written = imports.lock(importId).orElseThrow();
        if (written.status() != ImportStatus.CONFIRMED) {
            return false;
        }
        if (Actor.current().equals(Actor.SYSTEM)) {
            move(written, ImportAction.HALT);
            return false;
        }
        List<ImportRow> batch = rows.next(importId, written.writtenTo(), BATCH);
        if (batch.isEmpty()) {
            move(written, ImportAction.FINISH);
            return false;
        }
        write(written, batch);
        return true;
    }

    private void write(EnterpriseImport written, List<ImportRow> batch) {
        ImportChecks.Register known = checks.register(
                batch.stream().map(ImportRow::creditCode).toList(),
                true,
                register.today(),
                files.usualSource(written.fileName()));
        var fresh = new ArrayList<NewEnterprise>();
        var overtaken = new ArrayList<Integer>();
        var passedOver = new EnumMap<ImportVerdict, Integer>(ImportVerdict.class);
        for (ImportRow row : batch) {
            ImportChecks.Checked now = checks.check(ImportSheet.Row.of(row), known);
            if (now.verdict() != row.verdict() || !now.basis().equals(row.basis())) {
                overtaken.add(row.number());
                passedOver.merge(row.verdict(), 1, Integer::sum);
            } else if (now.known() == null) {
                fresh.add(now.entered());
            } else {
                change(now.known(), now);
            }
        }
        enterprises.registerAll(fresh, known.known().keySet());
        rows.overtaken(written.id(), overtaken);
        written.wrote(batch.getLast().number(), batch.size(), passedOver);
    }

    private void change(ImportChecks.Known known, ImportChecks.Checked now) {
        if (now.differences().stream().anyMatch(difference -> difference.args().isEmpty())) {
            enterprises.revise(known.enterprise(), now.terms());
        }
        YearFigures its = now.figures();
        if (its != null
                && now.differences().stream()
                        .anyMatch(difference -> !difference.args().isEmpty())) {
            figures.record(known.enterprise(), Optional.ofNullable(known.years().get(its.year())), its);
        }
    }

    private void move(EnterpriseImport moved, ImportAction action) {
        ImportStatus from = moved.status();
        moved.move(action, clock.now());
        events.publishEvent(new EnterpriseImportMoved(moved.view(), action, from));
    }
}
