package fledge.representative.web;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.representative.RepresentativeService;
import fledge.ui.Flash;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The enterprises one acts for or wants to act for, and who else acts for those one signs for. */
@Controller
class OwnEnterpriseController {

    private final RepresentativeService representatives;
    private final RepresentativePages pages;

    OwnEnterpriseController(RepresentativeService representatives, RepresentativePages pages) {
        this.representatives = representatives;
        this.pages = pages;
    }

    @GetMapping("/me/enterprises")
    @Requires(Right.OWN_DESK)
    String list(Model model) {
        model.addAttribute("page", pages.own());
        return "representative/own-list";
    }

    @GetMapping("/me/enterprises/new")
    @Requires(Right.OWN_DESK)
    String blank(Model model) {
        model.addAttribute("page", pages.claimForm());
        return "representative/claim-form";
    }

    @PostMapping("/me/enterprises")
    @Requires(Right.OWN_DESK)
    String claim(@ModelAttribute("claim") ClaimForm claim, RedirectAttributes next) {
        representatives.claim(claim.claim());
        Flash.success(next, "representative.claimed");
        return "redirect:/me/enterprises";
    }

    @PostMapping("/me/enterprises/{id}/withdrawal")
    @Requires(Right.OWN_DESK)
    String withdraw(@PathVariable UUID id, RedirectAttributes next) {
        representatives.withdraw(id);
        Flash.success(next, "representative.withdrawn");
        return "redirect:/me/enterprises";
    }
}
