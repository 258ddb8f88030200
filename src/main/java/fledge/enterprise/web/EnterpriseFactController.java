package fledge.enterprise.web;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.enterprise.AnnualFigureService;
import fledge.enterprise.EnterpriseService;
import fledge.enterprise.Reading;
import fledge.enterprise.rules.SizeClass;
import fledge.ui.Flash;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What becomes of an enterprise: its figures year by year, the size an officer gives, its registration. */
@Controller
class EnterpriseFactController {

    private final EnterpriseService enterprises;
    private final AnnualFigureService figures;
    private final EnterpriseForms forms;

    EnterpriseFactController(EnterpriseService enterprises, AnnualFigureService figures, EnterpriseForms forms) {
        this.enterprises = enterprises;
        this.figures = figures;
        this.forms = forms;
    }

    @GetMapping("/enterprises/{id}/figures")
    @Requires(Right.ENTERPRISE_MANAGE)
    String figures(@PathVariable UUID id, @RequestParam(defaultValue = "") String year, Model model) {
        model.addAttribute("page", forms.figures(id, year));
        return "enterprise/figure-form";
    }

    @PostMapping("/enterprises/{id}/figures")
    @Requires(Right.ENTERPRISE_MANAGE)
    String record(@PathVariable UUID id, @ModelAttribute("form") FigureForm form, RedirectAttributes next) {
        SizeClass size = figures.record(id, form.figures());
        Flash.success(next, "enterprise.done.figures", size);
        return "redirect:/enterprises/" + id;
    }

    @PostMapping("/enterprises/{id}/sizes")
    @Requires(Right.ENTERPRISE_MANAGE)
    String decide(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String size,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        var reading = new Reading();
        int of = reading.year("year", year);
        SizeClass decided = reading.choice("size", size, SizeClass.class);
        reading.refuse();
        figures.decide(id, of, decided, reason);
        Flash.success(next, "enterprise.done.decided", decided);
        return "redirect:/enterprises/" + id;
    }

    @GetMapping("/enterprises/{id}/moves")
    @Requires(Right.ENTERPRISE_MANAGE)
    String moves(@PathVariable UUID id, Model model) {
        model.addAttribute("page", forms.moves(id));
        return "enterprise/move-form";
    }

    @PostMapping("/enterprises/{id}/moves")
    @Requires(Right.ENTERPRISE_MANAGE)
    String move(@PathVariable UUID id, @ModelAttribute("form") MoveForm form, RedirectAttributes next) {
        MoveForm.Move move = form.move();
        enterprises.move(id, move.action(), move.since(), form.reason());
        Flash.success(next, "enterprise.done.moved", move.action().to());
        return "redirect:/enterprises/" + id;
    }
}
