package fledge.exchange.web;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.exchange.ImportResult;
import fledge.exchange.ImportService;
import fledge.exchange.ImportView;
import fledge.ui.Flash;
import fledge.ui.UploadLimit;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

/** A return as a workbook: out, and in again in four steps of which only the last one writes. */
@Controller
class ImportController {

    private final ImportService imports;
    private final ImportPages pages;

    ImportController(ImportService imports, ImportPages pages) {
        this.imports = imports;
        this.pages = pages;
    }

    @GetMapping("/returns/{id}/template.xlsx")
    @Requires(Right.RETURN_FILL)
    ResponseEntity<byte[]> template(@PathVariable UUID id) {
        return WorkbookFiles.answer(imports.template(id));
    }

    /** Step one, or step two where a workbook waits. */
    @GetMapping("/returns/{id}/import")
    @Requires(Right.RETURN_FILL)
    String show(@PathVariable UUID id, @RequestParam(defaultValue = "") String refused, Model model) {
        boolean tooLarge = refused.equals(UploadLimit.TOO_LARGE);
        Optional<ImportView> waiting = imports.waiting(id);
        model.addAttribute(
                "page", waiting.isPresent() ? pages.recognised(waiting.get(), tooLarge) : pages.choose(id, tooLarge));
        return waiting.isPresent() ? "exchange/import-show" : "exchange/import-form";
    }

    @PostMapping("/returns/{id}/import")
    @Requires(Right.RETURN_FILL)
    String upload(@PathVariable UUID id, @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        imports.upload(id, WorkbookFiles.name(file), WorkbookFiles.bytes(file));
        return "redirect:/returns/" + id + "/import";
    }

    @GetMapping("/returns/{id}/import/differences")
    @Requires(Right.RETURN_FILL)
    String differences(@PathVariable UUID id, Model model) {
        Optional<ImportView> waiting = imports.waiting(id);
        if (waiting.isEmpty()) {
            return "redirect:/returns/" + id + "/import";
        }
        model.addAttribute("page", pages.differences(waiting.get()));
        return "exchange/import-differences";
    }

    @GetMapping("/returns/{id}/import/remarked.xlsx")
    @Requires(Right.RETURN_FILL)
    ResponseEntity<byte[]> remarked(@PathVariable UUID id) {
        return imports.remarked(id)
                .map(WorkbookFiles::answer)
                .orElseGet(() -> WorkbookFiles.elsewhere("/returns/{id}/import", id));
    }

    @PostMapping("/returns/{id}/import/confirmation")
    @Requires(Right.RETURN_FILL)
    String confirm(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String upload,
            @RequestParam(defaultValue = "") String basis,
            @RequestParam(defaultValue = "") String only,
            @RequestParam(defaultValue = "") Set<String> overwrite,
            RedirectAttributes next) {
        ImportResult result =
                imports.confirm(id, WorkbookFiles.id(upload), basis, only.equals("faultless"), ids(overwrite));
        Flash.success(next, "exchange.import.done", result.written(), result.leftOut());
        return "redirect:/returns/" + id + "/form";
    }

    @PostMapping("/returns/{id}/import/withdrawal")
    @Requires(Right.RETURN_FILL)
    String discard(@PathVariable UUID id, RedirectAttributes next) {
        imports.discard(id);
        Flash.success(next, "exchange.import.discarded");
        return "redirect:/returns/" + id + "/import";
    }

    private static Set<UUID> ids(Set<String> texts) {
        return texts.stream().map(WorkbookFiles::id).collect(Collectors.toUnmodifiableSet());
    }
}
