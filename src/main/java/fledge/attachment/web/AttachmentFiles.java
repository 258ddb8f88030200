package fledge.attachment.web;

import fledge.attachment.AttachmentService;
import fledge.attachment.OwnedFiles;
import fledge.ui.Flash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Files as they come in and go out by the browser: never shown inside the portal, never kept by anybody on the way. Each controller
 * says at which address, and for whom.
 */
public final class AttachmentFiles {

    private final OwnedFiles files;
    private final String things;

    /**
     * The files of what {@code files} knows.
     *
     * @param things where these things are, like {@code /bases}
     */
    public AttachmentFiles(OwnedFiles files, String things) {
        this.files = files;
        this.things = things;
    }

    public String handIn(UUID thing, @Nullable MultipartFile file, RedirectAttributes next) throws IOException {
        if (file == null) {
            files.handIn(thing, null, new byte[0]);
        } else {
            files.handIn(thing, file.getOriginalFilename(), file.getBytes());
        }
        Flash.success(next, "attachment.handed-in");
        return list(thing);
    }

    public ResponseEntity<byte[]> open(UUID thing, UUID file) {
        AttachmentService.Opened opened = files.open(thing, file);
        return ResponseEntity.ok()
                .contentType(opened.file().kind().mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(opened.file().fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Content-Security-Policy", "sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .body(opened.bytes());
    }

    public String withdraw(UUID thing, UUID file, RedirectAttributes next) {
        files.withdraw(thing, file);
        Flash.success(next, "attachment.withdrawn.done");
        return list(thing);
    }

    private String list(UUID thing) {
        return "redirect:" + things + "/" + thing + "/attachments";
    }
}
