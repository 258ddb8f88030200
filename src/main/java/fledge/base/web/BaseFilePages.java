package fledge.base.web;

import fledge.attachment.web.AttachmentPages;
import fledge.attachment.web.AttachmentPages.AttachmentPage;
import fledge.attachment.web.AttachmentPages.Place;
import fledge.base.BaseFiles;
import fledge.base.BaseService;
import fledge.base.BaseView;
import fledge.base.ResidencyLedger;
import fledge.ui.Formats;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lays out the files of a base. */
@Component
class BaseFilePages {

    private final BaseFiles files;
    private final BaseService bases;
    private final ResidencyLedger ledger;
    private final AttachmentPages attachments;
    private final Formats formats;

    BaseFilePages(
            BaseFiles files, BaseService bases, ResidencyLedger ledger, AttachmentPages attachments, Formats formats) {
        this.files = files;
        this.bases = bases;
        this.ledger = ledger;
        this.attachments = attachments;
        this.formats = formats;
    }

    /** The files on the page of a base that was seen before. */
    List<AttachmentPages.Row> rows(BaseView seen) {
        return attachments.rows(files.owner(seen), "/bases/" + seen.id() + "/attachments");
    }

    @Transactional(readOnly = true)
    AttachmentPage page(UUID id, String refused) {
        BaseView base = bases.base(id);
        boolean mayKeep = ledger.mayKeep(base);
        return attachments.page(
                new Place(files.owner(base), base.name(formats.locale()), "/bases/" + id, mayKeep, mayKeep), refused);
    }
}
