package fledge.amendment;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.attachment.AttachmentOwner;
import fledge.attachment.AttachmentOwner.Kind;
import fledge.attachment.AttachmentService;
import fledge.attachment.OwnedFiles;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The evidence of an amendment as files: added and withdrawn while it is a draft, the same for whoever decides. */
@Service
public class AmendmentFiles implements OwnedFiles {

    private final Amendments amendments;
    private final AmendmentLog log;
    private final AttachmentService attachments;

    AmendmentFiles(Amendments amendments, AmendmentLog log, AttachmentService attachments) {
        this.amendments = amendments;
        this.log = log;
        this.attachments = attachments;
    }

    /** Whose files they are, and whether this person may add and withdraw some now. */
    public record Files(AmendmentView amendment, AttachmentOwner owner, boolean writable) {}

    @Transactional(readOnly = true)
    public Files of(UUID amendmentId) {
        Amendment amendment = amendments.read(amendmentId);
        return new Files(
                amendment.view(),
                owner(amendment),
                amendment.status() == AmendmentStatus.DRAFT
                        && amendment.view().requestedBy().equals(Actor.current().personId())
                        && Actor.current().may(Right.AMENDMENT_REQUEST, amendment.unitId()));
    }

    @Override
    public UUID handIn(UUID amendmentId, @Nullable String name, byte[] bytes) {
        return attachments.handIn(() -> owner(writing(amendmentId)), name, bytes);
    }

    @Override
    @Transactional
    public void withdraw(UUID amendmentId, UUID file) {
        attachments.withdraw(owner(writing(amendmentId)), file);
    }

    @Override
    @Transactional(readOnly = true)
    public AttachmentService.Opened open(UUID amendmentId, UUID file) {
        return attachments.open(owner(amendments.read(amendmentId)), file);
    }

    private Amendment writing(UUID amendmentId) {
        Amendment writing = amendments.change(amendmentId, Right.AMENDMENT_REQUEST);
        AmendmentService.refuseOthers(writing);
        if (writing.status() != AmendmentStatus.DRAFT) {
            throw new RuleRefused(Reason.of("amendment.refused.files-closed"));
        }
        return writing;
    }

    private AttachmentOwner owner(Amendment amendment) {
        return new AttachmentOwner(
                Kind.AMENDMENT, amendment.id(), log.subject(amendment).label());
    }
}
