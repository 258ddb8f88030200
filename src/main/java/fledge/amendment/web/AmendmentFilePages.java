package fledge.amendment.web;

import fledge.amendment.AmendmentFiles;
import fledge.amendment.AmendmentView;
import fledge.attachment.AttachmentOwner;
import fledge.attachment.AttachmentOwner.Kind;
import fledge.attachment.web.AttachmentPages;
import fledge.attachment.web.AttachmentPages.AttachmentPage;
import fledge.attachment.web.AttachmentPages.Place;
import fledge.identity.UnitService;
import fledge.ui.Formats;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lays out the files of an amendment. */
@Component
class AmendmentFilePages {

    private final AmendmentFiles files;
    private final AttachmentPages attachments;
    private final UnitService units;
    private final Formats formats;

    AmendmentFilePages(AmendmentFiles files, AttachmentPages attachments, UnitService units, Formats formats) {
        this.files = files;
        this.attachments = attachments;
        this.units = units;
        this.formats = formats;
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
                new Place(of.owner(), title(of.amendment()), address(amendmentId), of.writable(), of.writable()),
                refused);
    }

    /** In the reader's words; the owner's own label is the trail's. */
    private String title(AmendmentView amendment) {
        return units.unit(amendment.unitId()).name(formats.locale()) + " " + formats.period(amendment.period());
    }

    private static String address(UUID amendmentId) {
        return "/amendments/" + amendmentId;
    }
}
