package fledge.monitoring.web;

import fledge.attachment.AttachmentOwner;
import fledge.attachment.AttachmentOwner.Kind;
import fledge.attachment.web.AttachmentPages;
import fledge.attachment.web.AttachmentPages.AttachmentPage;
import fledge.attachment.web.AttachmentPages.Place;
import fledge.monitoring.ReturnFiles;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lays out the files of a return. */
@Component
class ReturnFilePages {

    private final ReturnFiles files;
    private final AttachmentPages attachments;

    ReturnFilePages(ReturnFiles files, AttachmentPages attachments) {
        this.files = files;
        this.attachments = attachments;
    }

    /** The files beside the figures; what they belong to is on the page already. */
    List<AttachmentPages.Row> rows(UUID returnId, String label) {
        return attachments.rows(new AttachmentOwner(Kind.RETURN, returnId, label), address(returnId) + "/attachments");
    }

    @Transactional(readOnly = true)
    AttachmentPage page(UUID returnId, String refused) {
        ReturnFiles.Files of = files.of(returnId);
        return attachments.page(
                new Place(of.owner(), of.owner().label(), address(returnId), of.writable(), of.writable()), refused);
    }

    private static String address(UUID returnId) {
        return "/returns/" + returnId;
    }
}
