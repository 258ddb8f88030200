package fledge.enterprise;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.access.Right;
import fledge.attachment.AttachmentOwner;
import fledge.attachment.AttachmentOwner.Kind;
import fledge.attachment.AttachmentService;
import fledge.attachment.OwnedFiles;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The files of an enterprise (附件): officers and its own people add them, whoever reads its file opens them, an officer withdraws them. */
@Service
public class EnterpriseAttachments implements OwnedFiles {

    private final EnterpriseFinder finder;
    private final Enterprises enterprises;
    private final EnterpriseRepository rows;
    private final AttachmentService attachments;

    EnterpriseAttachments(
            EnterpriseFinder finder,
            Enterprises enterprises,
            EnterpriseRepository rows,
            AttachmentService attachments) {
        this.finder = finder;
        this.enterprises = enterprises;
        this.rows = rows;
        this.attachments = attachments;
    }

    /** Whose files those of an enterprise that was seen before are. */
    public AttachmentOwner owner(EnterpriseView seen) {
        return new AttachmentOwner(Kind.ENTERPRISE, seen.id(), seen.nameZh());
    }

    /** Whether this person may add a file of that enterprise. */
    public boolean mayHandIn(UUID enterpriseId) {
        Actor actor = Actor.current();
        return actor.may(Right.ENTERPRISE_MANAGE) || actor.may(Right.ENTERPRISE_OWN, enterpriseId);
    }

    @Override
    public UUID handIn(UUID enterpriseId, @Nullable String name, byte[] bytes) {
        return attachments.handIn(() -> owner(adding(enterpriseId).view()), name, bytes);
    }

    @Override
    @Transactional
    public void withdraw(UUID enterpriseId, UUID file) {
        attachments.withdraw(owner(enterprises.lock(enterpriseId).view()), file);
    }

    @Override
    @Transactional(readOnly = true)
    public AttachmentService.Opened open(UUID enterpriseId, UUID file) {
        return attachments.open(owner(finder.one(enterpriseId)), file);
    }

    /** Whoever does not even see it does not learn whether it is there. */
    private Enterprise adding(UUID id) {
        if (!mayHandIn(id)) {
            finder.one(id);
            Actor.current().require(Right.ENTERPRISE_MANAGE);
        }
        return rows.lock(id).orElseThrow(() -> new NotFound("enterprise " + id));
    }
}
