package fledge.base.web;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.base.ResidencyEnding;
import fledge.base.ResidencyService;
import fledge.ui.Flash;
import fledge.ui.TypedNumber;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One residency: its page, its end, its headcounts, and what is put right. */
@Controller
class ResidencyController {

    private final ResidencyService residencies;
    private final ResidencyPages pages;

    ResidencyController(ResidencyService residencies, ResidencyPages pages) {
        this.residencies = residencies;
        this.pages = pages;
    }

    @GetMapping("/residencies/{id}")
    @Requires(Right.BASE_LIST)
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("page", pages.show(id));
        return "base/residency-show";
    }

    @GetMapping("/residencies/{id}/edit")
    @Requires({Right.BASE_MANAGE, Right.RESIDENCY_KEEP})
    String edit(@PathVariable UUID id, Model model) {
        model.addAttribute("page", pages.show(id));
        return "base/residency-form";
    }

    @PostMapping("/residencies/{id}/end")
    @Requires({Right.BASE_MANAGE, Right.RESIDENCY_KEEP})
    String end(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String ending,
            @RequestParam(defaultValue = "") String endedOn,
            @RequestParam(defaultValue = "") String endReason,
            RedirectAttributes next) {
        var typed = new Typed();
        ResidencyEnding how = typed.choice("ending", ending, ResidencyEnding.class);
        LocalDate day = typed.refuse(typed.day("endedOn", endedOn));
        residencies.end(id, day, how, endReason.strip());
        Flash.success(next, "residency.end-recorded");
        return "redirect:/residencies/" + id;
    }

    @PostMapping("/residencies/{id}/headcounts")
    @Requires({Right.BASE_MANAGE, Right.RESIDENCY_KEEP})
    String count(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String asOf,
            @RequestParam(defaultValue = "") String people,
            RedirectAttributes next) {
        var typed = new Typed();
        LocalDate day = typed.day("asOf", asOf);
        int number = typed.refuse(typed.whole("people", people));
        residencies.count(id, day, number);
        Flash.success(next, "residency.headcount-recorded");
        return "redirect:/residencies/" + id;
    }

    @PostMapping("/residencies/{id}/correction")
    @Requires({Right.BASE_MANAGE, Right.RESIDENCY_KEEP})
    String correct(@PathVariable UUID id, CorrectionForm form, RedirectAttributes next) {
        residencies.correct(
                id, TypedNumber.whole(form.version()).orElse(-1), form.read(), Typed.text(form.correction()));
        Flash.success(next, "residency.corrected");
        return "redirect:/residencies/" + id;
    }

    @PostMapping("/residencies/{id}/strike")
    @Requires({Right.BASE_MANAGE, Right.RESIDENCY_KEEP})
    String strike(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String strikeReason, RedirectAttributes next) {
        residencies.strike(id, strikeReason.strip());
        Flash.success(next, "residency.struck-off");
        return "redirect:/residencies/" + id;
    }
}
