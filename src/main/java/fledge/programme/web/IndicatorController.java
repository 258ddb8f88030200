package fledge.programme.web;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.programme.IndicatorView;
import fledge.programme.ProgrammeService;
import fledge.ui.Flash;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Indicators: one of them, and its form while the programme is a draft. */
@Controller
class IndicatorController {

    private final ProgrammeService programmes;
    private final IndicatorPages pages;

    IndicatorController(ProgrammeService programmes, IndicatorPages pages) {
        this.programmes = programmes;
        this.pages = pages;
    }

    @GetMapping("/indicators/{id}")
    @Requires(Right.PROGRAMME_READ)
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("page", pages.show(id));
        return "programme/indicator-show";
    }

    @GetMapping("/programmes/{programmeId}/indicators/new")
    @Requires(Right.PROGRAMME_EDIT)
    String blank(@PathVariable UUID programmeId, Model model) {
        model.addAttribute("page", pages.blank(programmeId));
        return "programme/indicator-form";
    }

    @PostMapping("/programmes/{programmeId}/indicators")
    @Requires(Right.PROGRAMME_EDIT)
    String create(@PathVariable UUID programmeId, IndicatorForm form, RedirectAttributes next) {
        UUID id = programmes.addIndicator(programmeId, form.read(List.of()));
        Flash.success(next, "programme.indicator.added");
        return "redirect:/indicators/" + id + "/targets";
    }

    @GetMapping("/indicators/{id}/edit")
    @Requires(Right.PROGRAMME_EDIT)
    String edit(@PathVariable UUID id, Model model) {
        model.addAttribute("page", pages.edit(id));
        return "programme/indicator-form";
    }

    @PostMapping("/indicators/{id}")
    @Requires(Right.PROGRAMME_EDIT)
    String revise(@PathVariable UUID id, IndicatorForm form, RedirectAttributes next) {
        IndicatorView present = programmes.indicator(id);
        programmes.reviseIndicator(id, form.shownVersion(), form.read(present.reportingUnits()));
        Flash.success(next, "programme.indicator.revised");
        return "redirect:/indicators/" + id;
    }
}
