package fledge.exchange;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.sheets.WorkbookContent;
import fledge.sheets.WorkbookContent.Seal;
import fledge.sheets.WorkbookService;
import fledge.tenancy.CurrentCity;
import fledge.tenancy.PortalClock;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Workbooks that wait for their confirmation: of each person one for a return or target set, the next in its place. */
@Component
class WaitingWorkbooks {

    /** How long a workbook waits to be confirmed, and how long what became of it can be read. */
    static final Duration KEPT = Duration.ofHours(24);

    private static final int LONGEST_NAME = 200;

    private final WorkbookUploadRepository uploads;
    private final PortalClock clock;

    WaitingWorkbooks(WorkbookUploadRepository uploads, PortalClock clock) {
        this.uploads = uploads;
        this.clock = clock;
    }

    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Waiting(UUID id, byte[] file) {
        static Waiting of(WorkbookUpload upload) {
            byte[] file = upload.content();
            if (file == null) {
                throw new NotFound("upload " + upload.id());
            }
            return new Waiting(upload.id(), file);
        }
    }

    /** The workbook to confirm, or what became of it if it was confirmed before. */
    sealed interface Confirmable {
        @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
        record Open(byte[] file) implements Confirmable {}

        record Done(ImportResult result) implements Confirmable {}
    }

    public void keepForReturn(UUID returnId, String fileName, byte[] file) {
        UUID person = takePlace(returnId);
        uploads.save(WorkbookUpload.ofReturn(returnId, person, clock.now(), cleanName(fileName), sha256(file), file));
    }

    public void keepForSet(UUID setId, String fileName, byte[] file) {
        UUID person = takePlace(setId);
        uploads.save(WorkbookUpload.ofSet(setId, person, clock.now(), cleanName(fileName), sha256(file), file));
    }

    private UUID takePlace(UUID subject) {
        UUID person = Actor.current().person();
        uploads.discard(subject, person);
        return person;
    }

    public Optional<Waiting> waiting(UUID subject) {
        return uploads.open(subject, Actor.current().person()).map(Waiting::of);
    }

    public WorkbookUpload open(UUID subject) {
        return uploads.open(subject, Actor.current().person()).orElseThrow(() -> new NotFound("upload for " + subject));
    }

    public Confirmable confirmable(UUID subject, UUID uploadId) {
        WorkbookUpload upload = own(subject, uploads.findById(uploadId));
        ImportResult result = upload.result();
        byte[] file = upload.content();
        return result != null ? new Confirmable.Done(result) : new Confirmable.Open(file == null ? new byte[0] : file);
    }

    public WorkbookUpload lock(UUID subject, UUID uploadId) {
        return own(subject, uploads.lock(uploadId));
    }

    /** It may be gone: after a day, or because another one took its place. */
    private static WorkbookUpload own(UUID subject, Optional<WorkbookUpload> found) {
        return found.filter(upload -> upload.belongsTo(subject, Actor.current().person()))
                .orElseThrow(() -> new RuleRefused(Reason.of("exchange.refused.gone")));
    }

    public void confirm(WorkbookUpload upload, ImportResult result) {
        upload.confirm(result, clock.now());
    }

    public void discard(UUID subject) {
        uploads.discard(subject, Actor.current().person());
    }

    /** Nobody came back for it. */
    @Transactional
    public void forget() {
        uploads.forget(clock.now().minus(KEPT));
    }

    /** What the file says it is, if this city wrote it as a template of that kind and layout; refusals begin with the prefix. */
    static Map<String, String> identity(WorkbookContent workbook, String kind, String layout, String prefix) {
        Map<String, String> identity = workbook.identity();
        if (workbook.seal() == Seal.MISSING || !kind.equals(identity.get("template"))) {
            throw refused(prefix + "no-template");
        }
        if (workbook.seal() == Seal.BROKEN) {
            throw refused(prefix + "tampered");
        }
        if (!CurrentCity.get().code().equals(identity.get("city"))) {
            throw refused(prefix + "other-city");
        }
        if (!layout.equals(identity.get("layout"))) {
            throw refused(prefix + "old-layout");
        }
        return identity;
    }

    static RuleRefused refused(String key) {
        return new RuleRefused(Reason.on(WorkbookService.FIELD, key));
    }

    /** As it is shown again: no path, no marks that are not seen, not longer than people read. */
    private static String cleanName(String name) {
        String last = Normalizer.normalize(name, Normalizer.Form.NFC).replaceAll(".*[/\\\\]", "");
        String seen = last.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}]", "").strip();
        return seen.isEmpty()
                ? "—"
                : seen.substring(0, Math.min(seen.length(), LONGEST_NAME)).strip();
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
