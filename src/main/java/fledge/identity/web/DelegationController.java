package fledge.identity.web;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.identity.DelegationService;
import fledge.ui.Flash;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Delegations: one's own, and for absent people those that two administrators make. */
@Controller
class DelegationController {

    private final DelegationService delegations;
    private final DelegationPages pages;

    DelegationController(DelegationService delegations, DelegationPages pages) {
        this.delegations = delegations;
        this.pages = pages;
    }

    @GetMapping("/me/delegations")
    @Requires(Right.OWN_DESK)
    String own(Model model) {
        model.addAttribute("page", pages.own());
        return "identity/delegation-list";
    }

    @GetMapping("/delegations")
    @Requires(Right.PEOPLE_READ)
    String all(Model model) {
        model.addAttribute("page", pages.all());
        return "identity/delegation-list";
    }

    @PostMapping("/me/delegations")
    @Requires(Right.OWN_DESK)
    String delegate(@ModelAttribute("form") DelegationForm form, RedirectAttributes next) {
        delegations.delegate(form.appointment(), form.terms());
        Flash.success(next, "identity.delegation.made");
        return "redirect:/me/delegations";
    }

    @PostMapping("/delegations")
    @Requires(Right.PEOPLE_MANAGE)
    String propose(@ModelAttribute("form") DelegationForm form, RedirectAttributes next) {
        delegations.propose(form.from(), form.roleChosen(), form.terms());
        Flash.success(next, "identity.delegation.proposed");
        return "redirect:/delegations";
    }

    @PostMapping("/delegations/{id}/confirmation")
    @Requires(Right.PEOPLE_MANAGE)
    String confirm(@PathVariable UUID id, RedirectAttributes next) {
        delegations.confirm(id);
        Flash.success(next, "identity.delegation.confirmed");
        return "redirect:/delegations";
    }

    @PostMapping("/delegations/{id}/end")
    @Requires(Right.PEOPLE_MANAGE)
    String end(@PathVariable UUID id, RedirectAttributes next) {
        delegations.end(id);
        Flash.success(next, "identity.delegation.ended");
        return "redirect:/delegations";
    }

    @PostMapping("/me/delegations/{id}/end")
    @Requires(Right.OWN_DESK)
    String endOwn(@PathVariable UUID id, RedirectAttributes next) {
        delegations.end(id);
        Flash.success(next, "identity.delegation.ended");
        return "redirect:/me/delegations";
    }
}
