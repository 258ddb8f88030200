package fledge.exchange.web;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.exchange.ImportResult;
import fledge.exchange.TargetImportService;
import fledge.exchange.TargetImportView;
import fledge.ui.Flash;
import fledge.ui.UploadLimit;
import java.io.IOException;
import java.util.Optional;
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

/** A decomposition as a workbook: out for whoever reads it, and in again in four steps of which only the last one writes. */
@Controller
class TargetImportController {

    private final TargetImportService imports;
    private final TargetImportPages pages;

    TargetImportController(TargetImportService imports, TargetImportPages pages) {
        this.imports = imports;
        this.pages = pages;
    }

    @GetMapping("/target-sets/{id}/decomposition.xlsx")
    @Requires(Right.TARGET_READ)
    ResponseEntity<byte[]> template(@PathVariable UUID id) {
        return WorkbookFiles.answer(imports.template(id));
    }

    /** Step one, or step two where a workbook waits. */
    @GetMapping("/target-sets/{id}/import")
    @Requires(Right.TARGET_PLAN)
    String show(@PathVariable UUID id, @RequestParam(defaultValue = "") String refused, Model model) {
        boolean tooLarge = refused.equals(UploadLimit.TOO_LARGE);
        Optional<TargetImportView> waiting = imports.waiting(id);
        model.addAttribute(
                "page", waiting.isPresent() ? pages.recognised(waiting.get(), tooLarge) : pages.choose(id, tooLarge));
        return waiting.isPresent() ? "exchange/import-show" : "exchange/import-form";
    }

    @PostMapping("/target-sets/{id}/import")
    @Requires(Right.TARGET_PLAN)
    String upload(@PathVariable UUID id, @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        imports.upload(id, WorkbookFiles.name(file), WorkbookFiles.bytes(file));
        return "redirect:/target-sets/" + id + "/import";
    }

    @GetMapping("/target-sets/{id}/import/differences")
    @Requires(Right.TARGET_PLAN)
    String differences(@PathVariable UUID id, Model model) {
        Optional<TargetImportView> waiting = imports.waiting(id);
        if (waiting.isEmpty()) {
            return "redirect:/target-sets/" + id + "/import";
        }
        model.addAttribute("page", pages.differences(waiting.get()));
        return "exchange/target-import-differences";
    }

    @GetMapping("/target-sets/{id}/import/remarked.xlsx")
    @Requires(Right.TARGET_PLAN)
    ResponseEntity<byte[]> remarked(@PathVariable UUID id) {
        return imports.remarked(id)
                .map(WorkbookFiles::answer)
                .orElseGet(() -> WorkbookFiles.elsewhere("/target-sets/{id}/import", id));
    }

    @PostMapping("/target-sets/{id}/import/confirmation")
    @Requires(Right.TARGET_PLAN)
    String confirm(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String upload,
            @RequestParam(defaultValue = "") String basis,
            @RequestParam(defaultValue = "") String overwrite,
            RedirectAttributes next) {
        ImportResult result = imports.confirm(id, WorkbookFiles.id(upload), basis, overwrite.equals("yes"));
        Flash.success(next, "exchange.target.done", result.written());
        return "redirect:/target-sets/" + id;
    }

    @PostMapping("/target-sets/{id}/import/withdrawal")
    @Requires(Right.TARGET_PLAN)
    String discard(@PathVariable UUID id, RedirectAttributes next) {
        imports.discard(id);
        Flash.success(next, "exchange.import.discarded");
        return "redirect:/target-sets/" + id + "/import";
    }
}
