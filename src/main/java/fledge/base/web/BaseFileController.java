package fledge.base.web;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.attachment.web.AttachmentFiles;
import fledge.base.BaseFiles;
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

/** The files of a base: listed, handed in, opened, withdrawn. */
@Controller
class BaseFileController {

    private final AttachmentFiles files;
    private final BaseFilePages pages;

    BaseFileController(BaseFiles files, BaseFilePages pages) {
        this.files = new AttachmentFiles(files, "/bases");
        this.pages = pages;
    }

    @GetMapping("/bases/{id}/attachments")
    @Requires(Right.BASE_LIST)
    String list(@PathVariable UUID id, @RequestParam(defaultValue = "") String refused, Model model) {
        model.addAttribute("page", pages.page(id, refused));
        return "attachment/attachment-list";
    }

    @PostMapping("/bases/{id}/attachments")
    @Requires({Right.BASE_MANAGE, Right.RESIDENCY_KEEP})
    String handIn(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            RedirectAttributes next)
            throws IOException {
        return files.handIn(id, file, next);
    }

    @GetMapping("/bases/{id}/attachments/{file}")
    @Requires(Right.BASE_LIST)
    ResponseEntity<byte[]> open(@PathVariable UUID id, @PathVariable UUID file) {
        return files.open(id, file);
    }

    @PostMapping("/bases/{id}/attachments/{file}/withdrawal")
    @Requires({Right.BASE_MANAGE, Right.RESIDENCY_KEEP})
    String withdraw(@PathVariable UUID id, @PathVariable UUID file, RedirectAttributes next) {
        return files.withdraw(id, file, next);
    }
}
