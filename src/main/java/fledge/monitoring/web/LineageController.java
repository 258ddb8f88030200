package fledge.monitoring.web;

import fledge.access.NotFound;
import fledge.access.Requires;
import fledge.access.Right;
import fledge.kernel.Period;
import fledge.monitoring.LineageFile;
import fledge.monitoring.LineageService;
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

/** Where an indicator's numbers come from: one click on the page, one file to take away. */
@Controller
class LineageController {

    private final LineageService lineages;
    private final LineagePages pages;

    LineageController(LineageService lineages, LineagePages pages) {
        this.lineages = lineages;
        this.pages = pages;
    }

    @GetMapping("/progress/indicators/{id}/lineage")
    @Requires(Right.PROGRESS_READ)
    String show(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "0") String page,
            Model model) {
        model.addAttribute("page", pages.show(id, period(period), unit(unit), Ids.page(page)));
        return "monitoring/lineage";
    }

    @PostMapping("/progress/indicators/{id}/lineage/export")
    @Requires(Right.LINEAGE_EXPORT)
    ResponseEntity<byte[]> export(@PathVariable UUID id) {
        LineageFile.Written file = lineages.export(id);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name())
                                .build()
                                .toString())
                .body(file.text().getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable Period period(String code) {
        try {
            return code.isEmpty() ? null : Period.parse(code);
        } catch (IllegalArgumentException e) {
            throw new NotFound("period " + code);
        }
    }

    private static @Nullable UUID unit(String id) {
        return id.isEmpty() ? null : Ids.parse(id).orElseThrow(() -> new NotFound("unit " + id));
    }
}
