package fledge.attachment.web;

import fledge.attachment.AttachmentOwner;
import fledge.attachment.AttachmentService;
import fledge.attachment.AttachmentView;
import fledge.ui.Formats;
import fledge.ui.UploadLimit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays out the files of a thing: the list, and the form where one may be handed in. */
@Component
public class AttachmentPages {

    private static final BigDecimal KILOBYTE = BigDecimal.valueOf(1024);

    private final AttachmentService attachments;
    private final Formats formats;

    AttachmentPages(AttachmentService attachments, Formats formats) {
        this.attachments = attachments;
        this.formats = formats;
    }

    /**
     * Where the files belong to.
     *
     * @param title the name of the thing
     * @param back its address; its files are below that
     * @param mayHandIn whether this person may add files now
     * @param mayWithdraw whether this person may withdraw some now
     */
    public record Place(AttachmentOwner owner, String title, String back, boolean mayHandIn, boolean mayWithdraw) {

        public String address() {
            return back + "/attachments";
        }
    }

    /** The page of the files of a thing: what is kept, what is taken in and how ({@code how}), and what becomes of it ({@code rule}). */
    public record AttachmentPage(
            Place place,
            List<Row> rows,
            String how,
            String rule,
            @Nullable String tooLarge) {}

    /** One file in words; without an address it cannot be opened. */
    public record Row(
            UUID id,
            String name,
            String size,
            String hash,
            @Nullable String at,
            String scan,
            String tone,
            @Nullable String href,
            boolean withdrawn) {}

    public AttachmentPage page(Place place, String refused) {
        return new AttachmentPage(
                place,
                rows(place.owner(), place.address()),
                formats.text(
                        "attachment.how",
                        AttachmentService.MEGABYTES,
                        AttachmentService.MOST_FILES,
                        AttachmentService.MOST_MEGABYTES),
                formats.text("attachment.rule." + place.owner().kind()),
                refused.equals(UploadLimit.TOO_LARGE)
                        ? formats.text("attachment.refused.too-large", AttachmentService.MEGABYTES)
                        : null);
    }

    /** The files of a thing, below whose address they are opened. */
    public List<Row> rows(AttachmentOwner owner, String address) {
        return attachments.of(owner).stream().map(file -> row(file, address)).toList();
    }

    private Row row(AttachmentView file, String address) {
        return new Row(
                file.id(),
                file.fileName(),
                size(file.size()),
                file.sha256().substring(0, 16),
                formats.minute(file.handedInAt()),
                file.withdrawn() ? formats.text("attachment.withdrawn") : formats.text(file.scan()),
                file.withdrawn() || file.scan().mayBeOpened() ? "secondary" : "warning",
                file.scan().mayBeOpened() ? address + "/" + file.id() : null,
                file.withdrawn());
    }

    private static String size(long bytes) {
        BigDecimal kilobytes = BigDecimal.valueOf(bytes).divide(KILOBYTE, 1, RoundingMode.CEILING);
        return kilobytes.compareTo(KILOBYTE) < 0
                ? kilobytes.setScale(0, RoundingMode.CEILING) + " KB"
                : kilobytes.divide(KILOBYTE, 1, RoundingMode.CEILING) + " MB";
    }
}
