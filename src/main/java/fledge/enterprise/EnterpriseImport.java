package fledge.enterprise;

import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.tenancy.CityOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file of enterprises on its way into the register: read, looked at, confirmed and written, or discarded. */
@Entity
class EnterpriseImport extends CityOwned {

    private String fileName;
    private int size;
    private String sha256;

    @Enumerated(EnumType.STRING)
    private ImportStatus status = ImportStatus.RECEIVED;

    private UUID uploadedBy;

    @Column // read by queries
    private Instant uploadedAt;

    private @Nullable UUID confirmedBy;
    private @Nullable UUID confirmedWith;
    private @Nullable Instant confirmedAt;
    private @Nullable Instant endedAt;
    private @Nullable Instant rowsForgottenAt;
    private int newRows;
    private int changedRows;
    private int unchangedRows;
    private int refusedRows;
    private int overtakenRows;
    private int writtenTo;
    private int doneRows;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected EnterpriseImport() {}

    EnterpriseImport(String fileName, int size, String sha256, UUID uploadedBy, Instant now) {
        this.fileName = fileName;
        this.size = size;
        this.sha256 = sha256;
        this.uploadedBy = uploadedBy;
        this.uploadedAt = now;
    }

    /** A reading that was broken off begins with the first row again. */
    void beginReading() {
        newRows = 0;
        changedRows = 0;
        unchangedRows = 0;
        refusedRows = 0;
    }

    void read(Map<ImportVerdict, Integer> rows) {
        rows.forEach(this::add);
    }

    void confirm(UUID person, UUID account, Instant now) {
        move(ImportAction.CONFIRM, now);
        confirmedBy = person;
        confirmedWith = account;
        confirmedAt = now;
    }

    /** So many more rows, up to that one, are written, less those that were passed over by what they were to be. */
    void wrote(int lastRow, int rows, Map<ImportVerdict, Integer> passedOver) {
        writtenTo = lastRow;
        doneRows += rows;
        passedOver.forEach((verdict, number) -> {
            add(verdict, -number);
            add(ImportVerdict.OVERTAKEN, number);
        });
    }

    void move(ImportAction action, Instant now) {
        if (!action.leavesFrom(status)) {
            throw new RuleRefused(Reason.of("enterprise.import.refused.action", status));
        }
        status = action.to();
        endedAt = status.isOpen() ? null : now;
    }

    /** Its rows are gone; how many there were of each kind stays. */
    void forgetRows(Instant now) {
        rowsForgottenAt = now;
    }

    private void add(ImportVerdict verdict, int number) {
        switch (verdict) {
            case NEW -> newRows += number;
            case CHANGED -> changedRows += number;
            case UNCHANGED -> unchangedRows += number;
            case REFUSED -> refusedRows += number;
            case OVERTAKEN -> overtakenRows += number;
        }
    }

    ImportStatus status() {
        return status;
    }

    String fileName() {
        return fileName;
    }

    int writtenTo() {
        return writtenTo;
    }

    /** The account in whose name the job writes. */
    @Nullable
    UUID confirmedWith() {
        return confirmedWith;
    }

    ImportView view() {
        var counts = new EnumMap<ImportVerdict, Integer>(ImportVerdict.class);
        counts.put(ImportVerdict.NEW, newRows);
        counts.put(ImportVerdict.CHANGED, changedRows);
        counts.put(ImportVerdict.UNCHANGED, unchangedRows);
        counts.put(ImportVerdict.REFUSED, refusedRows);
        counts.put(ImportVerdict.OVERTAKEN, overtakenRows);
        return new ImportView(
                id(),
                fileName,
                size,
                sha256,
                status,
                uploadedBy,
                uploadedAt,
                confirmedBy,
                confirmedAt,
                endedAt,
                rowsForgottenAt,
                counts,
                doneRows);
    }
}
