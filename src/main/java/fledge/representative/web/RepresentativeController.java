package fledge.representative.web;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.representative.RepresentativeService;
import fledge.ui.Flash;
import fledge.ui.Slice;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who acts for which enterprise, who wants to, and the decisions about it: an officer's, and a signatory's about clerks. */
@Controller
class RepresentativeController {

    private final RepresentativeService representatives;
    private final RepresentativePages pages;

    RepresentativeController(RepresentativeService representatives, RepresentativePages pages) {
        this.representatives = representatives;
        this.pages = pages;
    }

    @GetMapping("/representatives")
    @Requires(Right.REPRESENTATIVE_READ)
    String list(@RequestParam(defaultValue = "") String show, Slice.Request asked, Model model) {
        model.addAttribute("page", pages.list(show, asked));
        return "representative/representative-list";
    }

    /** For officers, for the signatory of the enterprise, and for whose claim it is. */
    @GetMapping("/representatives/{id}")
    @Requires({Right.REPRESENTATIVE_READ, Right.CLERK_CONFIRM, Right.OWN_DESK})
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("page", pages.show(id));
        return "representative/representative-show";
    }

    @PostMapping("/representatives/{id}/confirmation")
    @Requires({Right.REPRESENTATIVE_CONFIRM, Right.CLERK_CONFIRM})
    String confirm(@PathVariable UUID id, @RequestParam(defaultValue = "") String words, RedirectAttributes next) {
        representatives.confirm(id, words);
        return done(id, "representative.confirmed", next);
    }

    @PostMapping("/representatives/{id}/refusal")
    @Requires({Right.REPRESENTATIVE_CONFIRM, Right.CLERK_CONFIRM})
    String refuse(@PathVariable UUID id, @RequestParam(defaultValue = "") String words, RedirectAttributes next) {
        representatives.refuse(id, words);
        return done(id, "representative.refused", next);
    }

    /** An officer ends it, the signatory for a clerk, or one oneself. */
    @PostMapping("/representatives/{id}/end")
    @Requires(Right.OWN_DESK)
    String end(@PathVariable UUID id, @RequestParam(defaultValue = "") String words, RedirectAttributes next) {
        representatives.end(id, words);
        return done(id, "representative.ended", next);
    }

    private static String done(UUID id, String key, RedirectAttributes next) {
        Flash.success(next, key);
        return "redirect:/representatives/" + id;
    }
}
