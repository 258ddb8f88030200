package fledge.programme.web;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.programme.CollectionTerms;
import fledge.programme.ProgrammeKind;
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

/** Programmes: the list, one of them, founding, putting in force and closing; and the figures their documents print. */
@Controller
class ProgrammeController {

    private final ProgrammeService programmes;
    private final ProgrammePages pages;
    private final Wording wording;

    ProgrammeController(ProgrammeService programmes, ProgrammePages pages, Wording wording) {
        this.programmes = programmes;
        this.pages = pages;
        this.wording = wording;
    }

    @GetMapping("/programmes")
    @Requires(Right.PROGRAMME_READ)
    String list(Model model) {
        model.addAttribute("page", pages.list());
        return "programme/programme-list";
    }

    @GetMapping("/programmes/new")
    @Requires(Right.PROGRAMME_EDIT)
    String blank(Model model) {
        model.addAttribute("page", new FormPage(wording.options(ProgrammeKind.class), CollectionTerms.USUAL));
        return "programme/programme-form";
    }

    @PostMapping("/programmes")
    @Requires(Right.PROGRAMME_EDIT)
    String create(ProgrammeForm form, RedirectAttributes next) {
        UUID id = programmes.found(form.read());
        Flash.success(next, "programme.programme.founded");
        return "redirect:/programmes/" + id;
    }

    @GetMapping("/programmes/{id}")
    @Requires(Right.PROGRAMME_READ)
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("page", pages.show(id));
        return "programme/programme-show";
    }

    @PostMapping("/programmes/{id}/publication")
    @Requires(Right.PROGRAMME_EDIT)
    String publish(@PathVariable UUID id, RedirectAttributes next) {
        programmes.publish(id);
        Flash.success(next, "programme.programme.published");
        return "redirect:/programmes/" + id;
    }

    @GetMapping("/programmes/{id}/actuals")
    @Requires(Right.PROGRAMME_READ)
    String actuals(@PathVariable UUID id, Model model) {
        model.addAttribute("page", pages.actuals(id));
        return "programme/actual-list";
    }

    record FormPage(List<Option> kinds, CollectionTerms terms) {}
}
