package fledge.enterprise.web;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.attachment.web.AttachmentPages;
import fledge.attachment.web.AttachmentPages.AttachmentPage;
import fledge.attachment.web.AttachmentPages.Place;
import fledge.enterprise.EnterpriseAttachments;
import fledge.enterprise.EnterpriseFinder;
import fledge.enterprise.EnterpriseView;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lays out the files of an enterprise. */
@Component
class EnterpriseAttachmentPages {

    private final EnterpriseAttachments files;
    private final EnterpriseFinder finder;
    private final AttachmentPages attachments;

    EnterpriseAttachmentPages(EnterpriseAttachments files, EnterpriseFinder finder, AttachmentPages attachments) {
        this.files = files;
        this.finder = finder;
        this.attachments = attachments;
    }

    /** The files on the page of an enterprise that was seen before. */
    List<AttachmentPages.Row> rows(EnterpriseView seen) {
        return attachments.rows(files.owner(seen), place(seen).address());
    }

    @Transactional(readOnly = true)
    AttachmentPage page(UUID id, String refused) {
        return attachments.page(place(finder.one(id)), refused);
    }

    private Place place(EnterpriseView seen) {
        return new Place(
                files.owner(seen),
                seen.nameZh(),
                "/enterprises/" + seen.id(),
                files.mayHandIn(seen.id()),
                Actor.current().may(Right.ENTERPRISE_MANAGE));
    }
}
