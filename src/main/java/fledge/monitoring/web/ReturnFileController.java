package fledge.monitoring.web;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.attachment.web.AttachmentFiles;
import fledge.monitoring.ReturnFiles;
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

/** The files of a return: listed, handed in, opened, withdrawn. */
@Controller
class ReturnFileController {

    private final AttachmentFiles files;
    private final ReturnFilePages pages;

    ReturnFileController(ReturnFiles files, ReturnFilePages pages) {
        this.files = new AttachmentFiles(files, "/returns");
        this.pages = pages;
    }

    @GetMapping("/returns/{id}/attachments")
    @Requires(Right.RETURN_READ)
    String list(@PathVariable UUID id, @RequestParam(defaultValue = "") String refused, Model model) {
        model.addAttribute("page", pages.page(id, refused));
        return "attachment/attachment-list";
    }

    @PostMapping("/returns/{id}/attachments")
    @Requires(Right.RETURN_FILL)
    String handIn(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            RedirectAttributes next)
            throws IOException {
        return files.handIn(id, file, next);
    }

    @GetMapping("/returns/{id}/attachments/{file}")
    @Requires(Right.RETURN_READ)
    ResponseEntity<byte[]> open(@PathVariable UUID id, @PathVariable UUID file) {
        return files.open(id, file);
    }

    @PostMapping("/returns/{id}/attachments/{file}/withdrawal")
    @Requires(Right.RETURN_FILL)
    String withdraw(@PathVariable UUID id, @PathVariable UUID file, RedirectAttributes next) {
        return files.withdraw(id, file, next);
    }
}
