package fledge.attachment;

import fledge.tenancy.CityOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is known of a file; its bytes lie encrypted in the store, under the id and only readable with the key kept here. */
@Entity
class Attachment extends CityOwned {

    @Enumerated(EnumType.STRING)
    private AttachmentOwner.Kind ownerKind;

    private UUID ownerId;
    private String fileName;

    @Enumerated(EnumType.STRING)
    private FileKind kind;

    private long size;
    private String sha256;
    private byte[] wrappedKey = {};

    @Enumerated(EnumType.STRING)
    private ScanState scan;

    private UUID handedInBy;
    private Instant handedInAt;
    private @Nullable UUID withdrawnBy;
    private @Nullable Instant withdrawnAt;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected Attachment() {}

    Attachment(AttachmentOwner owner, ExaminedFile file, UUID person, Instant now) {
        this.ownerKind = owner.kind();
        this.ownerId = owner.id();
        this.fileName = file.name();
        this.kind = file.kind();
        this.size = file.bytes().length;
        this.sha256 = file.sha256();
        this.scan = file.scan();
        this.handedInBy = person;
        this.handedInAt = now;
    }

    void keepKey(byte[] wrapped) {
        this.wrappedKey = wrapped.clone();
    }

    byte[] wrappedKey() {
        return wrappedKey.clone();
    }

    boolean belongsTo(AttachmentOwner owner) {
        return ownerKind == owner.kind() && ownerId.equals(owner.id());
    }

    boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    void withdraw(UUID person, Instant now) {
        this.withdrawnBy = person;
        this.withdrawnAt = now;
    }

    /** What the scanner has found, once it could be asked. */
    void scanned(ScanState found) {
        this.scan = found;
    }

    AttachmentOwner owner() {
        return new AttachmentOwner(ownerKind, ownerId, fileName);
    }

    AttachmentView view() {
        return new AttachmentView(id(), fileName, kind, size, sha256, scan, handedInBy, handedInAt, withdrawnBy);
    }
}
