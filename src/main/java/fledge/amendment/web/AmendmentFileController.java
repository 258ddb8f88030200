package fledge.amendment.web;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.amendment.AmendmentFiles;
import fledge.attachment.web.AttachmentFiles;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The files of an amendment: listed, handed in, opened, withdrawn. */
@Controller
class AmendmentFileController {

    private final AttachmentFiles files;
    private final AmendmentFilePages pages;

    AmendmentFileController(AmendmentFiles files, AmendmentFilePages pages) {
        this.files = new AttachmentFiles(files, "/amendments");
        this.pages = pages;
    }

    @GetMapping("/amendments/{id}/attachments")
    @Requires(Right.AMENDMENT_READ)
    String list(@PathVariable UUID id, @RequestParam(defaultValue = "") String refused, Model model) {
        model.addAttribute("page", pages.page(id, refused));
        return "attachment/attachment-list";
    }

    @PostMapping("/amendments/{id}/attachments")
    @Requires(Right.AMENDMENT_REQUEST)
    String handIn(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            RedirectAttributes next)
            throws IOException {
        return files.handIn(id, file, next);
    }

    @GetMapping("/amendments/{id}/attachments/{file}")
    @Requires(Right.AMENDMENT_READ)
    ResponseEntity<byte[]> open(@PathVariable UUID id, @PathVariable UUID file) {
        return files.open(id, file);
    }

    @PostMapping("/amendments/{id}/attachments/{file}/withdrawal")
    @Requires(Right.AMENDMENT_REQUEST)
    String withdraw(@PathVariable UUID id, @PathVariable UUID file, RedirectAttributes next) {
        return files.withdraw(id, file, next);
    }
}
