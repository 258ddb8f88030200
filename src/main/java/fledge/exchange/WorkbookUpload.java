package fledge.exchange;

import fledge.tenancy.CityOwned;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A workbook between its upload and the confirmation, for a return or for a target set; afterwards its bytes are gone and what
 * became of it stays.
 */
@Entity
class WorkbookUpload extends CityOwned {

    private @Nullable UUID returnId;
    private @Nullable UUID setId;
    private UUID uploadedBy;
    private Instant uploadedAt;
    private String fileName;
    private int size;
    private String sha256;
    private byte @Nullable [] content;
    private @Nullable Instant confirmedAt;
    private @Nullable Integer written;
    private @Nullable Integer leftOut;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected WorkbookUpload() {}

    private WorkbookUpload(
            @Nullable UUID returnId,
            @Nullable UUID setId,
            UUID uploadedBy,
            Instant uploadedAt,
            String fileName,
            String sha256,
            byte[] content) {
        this.returnId = returnId;
        this.setId = setId;
        this.uploadedBy = uploadedBy;
        this.uploadedAt = uploadedAt;
        this.fileName = fileName;
        this.size = content.length;
        this.sha256 = sha256;
        this.content = content;
    }

    static WorkbookUpload ofReturn(
            UUID returnId, UUID person, Instant now, String fileName, String sha256, byte[] content) {
        return new WorkbookUpload(returnId, null, person, now, fileName, sha256, content);
    }

    static WorkbookUpload ofSet(UUID setId, UUID person, Instant now, String fileName, String sha256, byte[] content) {
        return new WorkbookUpload(null, setId, person, now, fileName, sha256, content);
    }

    void confirm(ImportResult result, Instant now) {
        content = null;
        confirmedAt = now;
        written = result.written();
        leftOut = result.leftOut();
    }

    /** What became of it; null while it waits. */
    @Nullable
    ImportResult result() {
        return written == null || leftOut == null ? null : new ImportResult(written, leftOut);
    }

    boolean belongsTo(UUID subject, UUID person) {
        return (subject.equals(returnId) || subject.equals(setId)) && uploadedBy.equals(person);
    }

    Instant uploadedAt() {
        return uploadedAt;
    }

    String fileName() {
        return fileName;
    }

    int size() {
        return size;
    }

    String sha256() {
        return sha256;
    }

    byte @Nullable [] content() {
        return content;
    }

    @Nullable
    Instant confirmedAt() {
        return confirmedAt;
    }
}
