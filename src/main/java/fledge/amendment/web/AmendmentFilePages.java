package fledge.amendment.web;

import fledge.amendment.AmendmentFiles;
import fledge.attachment.AttachmentOwner;
import fledge.attachment.AttachmentOwner.Kind;
import fledge.attachment.web.AttachmentPages;
import fledge.attachment.web.AttachmentPages.AttachmentPage;
import fledge.attachment.web.AttachmentPages.Place;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lays out the files of an amendment. */
@Component
class AmendmentFilePages {

    private final AmendmentFiles files;
    private final AttachmentPages attachments;

    AmendmentFilePages(AmendmentFiles files, AttachmentPages attachments) {
        this.files = files;
        this.attachments = attachments;
    }

    /** The files beside the figures; what they belong to is on the page already. */
    List<AttachmentPages.Row> rows(UUID amendmentId, String label) {
        return attachments.rows(
                new AttachmentOwner(Kind.AMENDMENT, amendmentId, label), address(amendmentId) + "/attachments");
    }

    @Transactional(readOnly = true)
    AttachmentPage page(UUID amendmentId, String refused) {
        AmendmentFiles.Files of = files.of(amendmentId);
        return attachments.page(
                new Place(of.owner(), of.owner().label(), address(amendmentId), of.writable(), of.writable()), refused);
    }

    private static String address(UUID amendmentId) {
        return "/amendments/" + amendmentId;
    }
}
