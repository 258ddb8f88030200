package fledge.apportionment.web;

import fledge.access.Requires;
import fledge.access.Right;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The letter (指标任务书) by which a unit is told what it carries: on a page to print, and as PDF. */
@Controller
class LetterController {

    private final LetterPages pages;
    private final LetterPrinting printing;

    LetterController(LetterPages pages, LetterPrinting printing) {
        this.pages = pages;
        this.printing = printing;
    }

    @GetMapping("/target-sets/{id}/letters/{unit}")
    @Requires({Right.TARGET_READ, Right.TARGET_OWN})
    String show(@PathVariable UUID id, @PathVariable UUID unit, Model model) {
        model.addAttribute("page", pages.letter(id, unit));
        return "apportionment/letter-show";
    }

    @GetMapping("/target-sets/{id}/letters/{unit}/pdf")
    @Requires({Right.TARGET_READ, Right.TARGET_OWN})
    ResponseEntity<byte[]> pdf(@PathVariable UUID id, @PathVariable UUID unit) {
        LetterPages.LetterPage letter = pages.letter(id, unit);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(letter.unit() + "-" + letter.title() + ".pdf", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(printing.print(letter));
    }
}
