package fledge.enterprise.web;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.enterprise.PopulationService;
import fledge.enterprise.rules.Population;
import fledge.ui.Flash;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whom the city's programme counts. */
@Controller
class PopulationController {

    private final PopulationService populations;
    private final EnterpriseForms forms;

    PopulationController(PopulationService populations, EnterpriseForms forms) {
        this.populations = populations;
        this.forms = forms;
    }

    @GetMapping("/enterprises/population")
    @Requires(Right.POPULATION_DEFINE)
    String show(Model model) {
        model.addAttribute("page", forms.population());
        return "enterprise/population-form";
    }

    @PostMapping("/enterprises/population")
    @Requires(Right.POPULATION_DEFINE)
    String define(
            @RequestParam(defaultValue = "") List<String> leftOut,
            @RequestParam(defaultValue = "") String document,
            RedirectAttributes next) {
        populations.define(
                new Population(
                        leftOut.contains(Population.Exclusion.ABOVE_SCALE.name()),
                        leftOut.contains(Population.Exclusion.ABOVE_LIMIT.name()),
                        leftOut.contains(Population.Exclusion.HOUSEHOLD.name())),
                document);
        Flash.success(next, "enterprise.done.population");
        return "redirect:/enterprises";
    }
}
