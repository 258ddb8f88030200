package fledge.enterprise.web;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.attachment.web.AttachmentFiles;
import fledge.enterprise.EnterpriseAttachments;
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

/** The files of an enterprise: listed, handed in, opened, withdrawn. */
@Controller
class EnterpriseAttachmentController {

    private final AttachmentFiles files;
    private final EnterpriseAttachmentPages pages;

    EnterpriseAttachmentController(EnterpriseAttachments files, EnterpriseAttachmentPages pages) {
        this.files = new AttachmentFiles(files, "/enterprises");
        this.pages = pages;
    }

    @GetMapping("/enterprises/{id}/attachments")
    @Requires({Right.ENTERPRISE_READ, Right.ENTERPRISE_OWN})
    String list(@PathVariable UUID id, @RequestParam(defaultValue = "") String refused, Model model) {
        model.addAttribute("page", pages.page(id, refused));
        return "attachment/attachment-list";
    }

    @PostMapping("/enterprises/{id}/attachments")
    @Requires({Right.ENTERPRISE_MANAGE, Right.ENTERPRISE_OWN})
    String handIn(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            RedirectAttributes next)
            throws IOException {
        return files.handIn(id, file, next);
    }

    @GetMapping("/enterprises/{id}/attachments/{file}")
    @Requires({Right.ENTERPRISE_READ, Right.ENTERPRISE_OWN})
    ResponseEntity<byte[]> open(@PathVariable UUID id, @PathVariable UUID file) {
        return files.open(id, file);
    }

    @PostMapping("/enterprises/{id}/attachments/{file}/withdrawal")
    @Requires(Right.ENTERPRISE_MANAGE)
    String withdraw(@PathVariable UUID id, @PathVariable UUID file, RedirectAttributes next) {
        return files.withdraw(id, file, next);
    }
}
