package fledge.enterprise.web;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.enterprise.EnterpriseImportService;
import fledge.ui.Flash;
import fledge.ui.Slice;
import fledge.ui.UploadLimit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Enterprises as a file: handed in, looked at row by row, confirmed or discarded. */
@Controller
class EnterpriseImportController {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final EnterpriseImportService imports;
    private final EnterpriseImportPages pages;

    EnterpriseImportController(EnterpriseImportService imports, EnterpriseImportPages pages) {
        this.imports = imports;
        this.pages = pages;
    }

    @GetMapping("/enterprises/imports")
    @Requires(Right.ENTERPRISE_READ)
    String list(@RequestParam(defaultValue = "") String refused, Model model) {
        model.addAttribute("page", pages.list(refused.equals(UploadLimit.TOO_LARGE)));
        return "enterprise/import-list";
    }

    @PostMapping("/enterprises/imports")
    @Requires(Right.ENTERPRISE_MANAGE)
    String upload(@RequestParam(required = false) @Nullable MultipartFile file) throws IOException {
        UUID id = imports.upload(
                file == null ? null : file.getOriginalFilename(), file == null ? new byte[0] : file.getBytes());
        return "redirect:/enterprises/imports/" + id;
    }

    @GetMapping("/enterprises/imports/template.xlsx")
    @Requires(Right.ENTERPRISE_MANAGE)
    ResponseEntity<byte[]> template() {
        return answer(XLSX, pages.templateName() + ".xlsx", imports.template());
    }

    @GetMapping("/enterprises/imports/template.csv")
    @Requires(Right.ENTERPRISE_MANAGE)
    ResponseEntity<byte[]> csvTemplate() {
        return answer(CSV, pages.templateName() + ".csv", imports.csvTemplate().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/enterprises/imports/{id}")
    @Requires(Right.ENTERPRISE_READ)
    String show(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String verdict, Slice.Request asked, Model model) {
        model.addAttribute("page", pages.show(id, verdict, asked));
        return "enterprise/import-show";
    }

    /** The rows that were not taken, to be put right and handed in again. */
    @GetMapping("/enterprises/imports/{id}/left-out.xlsx")
    @Requires(Right.ENTERPRISE_READ)
    ResponseEntity<byte[]> leftOut(@PathVariable UUID id) {
        return answer(XLSX, pages.leftOutName(id), imports.leftOut(id));
    }

    @PostMapping("/enterprises/imports/{id}/confirmation")
    @Requires(Right.ENTERPRISE_MANAGE)
    String confirm(@PathVariable UUID id) {
        imports.confirm(id);
        return "redirect:/enterprises/imports/" + id;
    }

    @PostMapping("/enterprises/imports/{id}/withdrawal")
    @Requires(Right.ENTERPRISE_MANAGE)
    String discard(@PathVariable UUID id, RedirectAttributes next) {
        imports.discard(id);
        Flash.success(next, "enterprise.import.done.discarded");
        return "redirect:/enterprises/imports";
    }

    private static ResponseEntity<byte[]> answer(MediaType type, String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(content);
    }
}
