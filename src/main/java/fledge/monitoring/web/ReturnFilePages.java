package fledge.monitoring.web;

import fledge.attachment.AttachmentOwner;
import fledge.attachment.AttachmentOwner.Kind;
import fledge.attachment.web.AttachmentPages;
import fledge.attachment.web.AttachmentPages.AttachmentPage;
import fledge.attachment.web.AttachmentPages.Place;
import fledge.identity.UnitService;
import fledge.monitoring.ReturnFiles;
import fledge.monitoring.ReturnView;
import fledge.ui.Formats;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lays out the files of a return. */
@Component
class ReturnFilePages {

    private final ReturnFiles files;
    private final AttachmentPages attachments;
    private final UnitService units;
    private final Formats formats;

    ReturnFilePages(ReturnFiles files, AttachmentPages attachments, UnitService units, Formats formats) {
        this.files = files;
        this.attachments = attachments;
        this.units = units;
        this.formats = formats;
    }

    /** The files beside the figures; what they belong to is on the page already. */
    List<AttachmentPages.Row> rows(UUID returnId, String label) {
        return attachments.rows(new AttachmentOwner(Kind.RETURN, returnId, label), address(returnId) + "/attachments");
    }

    @Transactional(readOnly = true)
    AttachmentPage page(UUID returnId, String refused) {
        ReturnFiles.Files of = files.of(returnId);
        return attachments.page(
                new Place(of.owner(), title(of.report()), address(returnId), of.writable(), of.writable()), refused);
    }

    /** In the reader's words; the owner's own label is the trail's. */
    private String title(ReturnView report) {
        return units.unit(report.unitId()).name(formats.locale()) + " "
                + formats.period(report.round().period());
    }

    private static String address(UUID returnId) {
        return "/returns/" + returnId;
    }
}
