package fledge.programme.web;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.programme.ProgrammeService;
import fledge.programme.TargetService;
import fledge.ui.Flash;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The targets of an indicator while its programme is a draft. */
@Controller
class TargetController {

    private final TargetService targets;
    private final ProgrammeService programmes;
    private final IndicatorPages pages;

    TargetController(TargetService targets, ProgrammeService programmes, IndicatorPages pages) {
        this.targets = targets;
        this.programmes = programmes;
        this.pages = pages;
    }

    @GetMapping("/indicators/{id}/targets")
    @Requires(Right.PROGRAMME_EDIT)
    String edit(@PathVariable UUID id, Model model) {
        model.addAttribute("page", pages.targets(id));
        return "programme/target-form";
    }

    @PostMapping("/indicators/{id}/targets")
    @Requires(Right.PROGRAMME_EDIT)
    String set(@PathVariable UUID id, TargetForm form, RedirectAttributes next) {
        targets.set(id, form.read(programmes.indicator(id).measure()));
        Flash.success(next, "programme.target.set");
        return "redirect:/indicators/" + id + "/targets";
    }

    @PostMapping("/indicators/{id}/targets/{targetId}/removal")
    @Requires(Right.PROGRAMME_EDIT)
    String remove(@PathVariable UUID id, @PathVariable UUID targetId, RedirectAttributes next) {
        targets.remove(id, targetId);
        Flash.success(next, "programme.target.removed");
        return "redirect:/indicators/" + id + "/targets";
    }
}
