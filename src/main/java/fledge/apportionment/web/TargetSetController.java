package fledge.apportionment.web;

import fledge.access.NotFound;
import fledge.access.Requires;
import fledge.access.Right;
import fledge.apportionment.TargetSetService;
import fledge.apportionment.TargetSetView;
import fledge.programme.ProgrammeService;
import fledge.ui.Flash;
import java.util.Comparator;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Target sets: the list of drafts and issued ones, one of them with whose turn it is, an edition; and beginning a draft. */
@Controller
class TargetSetController {

    private final TargetSetService sets;
    private final ProgrammeService programmes;
    private final TargetSetPages pages;

    TargetSetController(TargetSetService sets, ProgrammeService programmes, TargetSetPages pages) {
        this.sets = sets;
        this.programmes = programmes;
        this.pages = pages;
    }

    @GetMapping("/target-sets")
    @Requires(Right.TARGET_READ)
    String list(Model model) {
        model.addAttribute("page", pages.list());
        return "apportionment/set-list";
    }

    /** A draft from nothing, or like another one. */
    @PostMapping("/target-sets")
    @Requires(Right.TARGET_PLAN)
    String draft(
            @RequestParam(defaultValue = "") String programme,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String like,
            RedirectAttributes next) {
        UUID programmeId = Typed.id(programme).orElseThrow(() -> new NotFound("programme " + programme.length()));
        UUID set = sets.draft(programmeId, name, Typed.id(like).orElse(null));
        Flash.success(next, "apportionment.set.drafted");
        return "redirect:/target-sets/" + set;
    }

    @GetMapping("/target-sets/{id}")
    @Requires(Right.TARGET_READ)
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("page", pages.show(id));
        return "apportionment/set-show";
    }

    @GetMapping("/target-sets/{id}/editions/{number}")
    @Requires({Right.TARGET_READ, Right.TARGET_OWN})
    String edition(@PathVariable UUID id, @PathVariable int number, Model model) {
        model.addAttribute("page", pages.edition(id, number));
        return "apportionment/edition-show";
    }

    /** Where an indicator's split used to be: in the issued set of its programme, or else in the newest draft. */
    @GetMapping("/indicators/{id}/split")
    @Requires(Right.TARGET_READ)
    String ofIndicator(@PathVariable UUID id) {
        return sets.ofProgramme(programmes.programmeOf(id)).stream()
                .filter(set -> sets.splits(set.id()).stream()
                        .anyMatch(split -> split.indicator().id().equals(id)))
                .max(Comparator.comparing((TargetSetView set) -> set.status().binds())
                        .thenComparingInt(TargetSetView::number))
                .map(set -> "redirect:/target-sets/" + set.id() + "/splits/" + id)
                .orElse("redirect:/target-sets");
    }
}
