package fledge.base;

import fledge.attachment.AttachmentOwner;
import fledge.attachment.AttachmentOwner.Kind;
import fledge.attachment.AttachmentService;
import fledge.attachment.OwnedFiles;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The files of a base (附件): whoever keeps its ledger adds and withdraws them, whoever sees the base opens them. */
@Service
public class BaseFiles implements OwnedFiles {

    private final BaseService bases;
    private final ResidencyService residencies;
    private final AttachmentService attachments;

    BaseFiles(BaseService bases, ResidencyService residencies, AttachmentService attachments) {
        this.bases = bases;
        this.residencies = residencies;
        this.attachments = attachments;
    }

    /** Whose files those of a base that was seen before are. */
    public AttachmentOwner owner(BaseView seen) {
        return new AttachmentOwner(Kind.BASE, seen.id(), seen.entry().nameZh());
    }

    @Override
    public UUID handIn(UUID baseId, @Nullable String name, byte[] bytes) {
        return attachments.handIn(() -> owner(residencies.keeping(baseId)), name, bytes);
    }

    @Override
    @Transactional
    public void withdraw(UUID baseId, UUID file) {
        attachments.withdraw(owner(residencies.keeping(baseId)), file);
    }

    @Override
    @Transactional(readOnly = true)
    public AttachmentService.Opened open(UUID baseId, UUID file) {
        return attachments.open(owner(bases.seen(baseId)), file);
    }

    private static AttachmentOwner owner(Base base) {
        return new AttachmentOwner(Kind.BASE, base.id(), base.nameZh());
    }
}
