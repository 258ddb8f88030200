package fledge.base.web;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.base.ResidencyService;
import fledge.ui.Flash;
import fledge.ui.Slice;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The residents of a base: the list as of a day, the same as a file, and moving in. */
@Controller
class ResidentController {

    private final ResidencyService residencies;
    private final ResidentPages pages;

    ResidentController(ResidencyService residencies, ResidentPages pages) {
        this.residencies = residencies;
        this.pages = pages;
    }

    @GetMapping("/bases/{id}/residents")
    @Requires(Right.BASE_LIST)
    String list(
            @PathVariable UUID id,
            @ModelAttribute ResidentQuery query,
            @ModelAttribute Slice.Request asked,
            Model model) {
        model.addAttribute("page", pages.list(id, query, asked));
        return "base/resident-list";
    }

    @PostMapping("/bases/{id}/residents/export")
    @Requires(Right.BASE_LIST)
    ResponseEntity<byte[]> export(@PathVariable UUID id, @ModelAttribute ResidentQuery query) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("residents.csv")
                                .build()
                                .toString())
                .body(pages.csv(id, query).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/bases/{id}/residents/new")
    @Requires({Right.BASE_MANAGE, Right.RESIDENCY_KEEP})
    String blank(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String code,
            Model model) {
        model.addAttribute("page", pages.blank(id, words, code));
        return "base/resident-form";
    }

    @PostMapping("/bases/{id}/residents")
    @Requires({Right.BASE_MANAGE, Right.RESIDENCY_KEEP})
    String moveIn(@PathVariable UUID id, MoveInForm form, RedirectAttributes next) {
        MoveInForm.Read read = form.read();
        residencies.moveIn(id, read.creditCode(), read.movedInOn(), read.areaM2(), read.people());
        Flash.success(next, "residency.moved-in");
        return "redirect:/bases/" + id + "/residents";
    }

    @GetMapping("/residencies/doubtful")
    @Requires(Right.BASE_LIST)
    String doubtful(Model model) {
        model.addAttribute("page", pages.doubtful());
        return "base/resident-doubtful";
    }
}
