package fledge.template.web;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.template.TemplateService;
import fledge.ui.Flash;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Report templates: the list, a version beside another, the form to write one, its approval, and the empty form on paper. */
@Controller
class TemplateController {

    private final TemplateService templates;
    private final TemplatePages pages;
    private final BlankForms blanks;

    TemplateController(TemplateService templates, TemplatePages pages, BlankForms blanks) {
        this.templates = templates;
        this.pages = pages;
        this.blanks = blanks;
    }

    @GetMapping("/templates")
    @Requires(Right.TEMPLATE_READ)
    String list(Model model) {
        model.addAttribute("page", pages.list());
        return "template/template-list";
    }

    @GetMapping("/templates/{id}")
    @Requires(Right.TEMPLATE_READ)
    String show(@PathVariable UUID id, @RequestParam(defaultValue = "") String against, Model model) {
        model.addAttribute("page", pages.show(id, against));
        return "template/template-show";
    }

    @GetMapping("/templates/{id}/blank")
    @Requires(Right.TEMPLATE_READ)
    String blank(@PathVariable UUID id, @RequestParam(defaultValue = "") String period, Model model) {
        model.addAttribute("page", blanks.of(id, period));
        return "template/template-blank";
    }

    @GetMapping("/templates/new")
    @Requires(Right.TEMPLATE_MAKE)
    String form(@RequestParam(defaultValue = "") String programme, Model model) {
        model.addAttribute("page", pages.form(programme));
        return "template/template-form";
    }

    @PostMapping("/templates")
    @Requires(Right.TEMPLATE_MAKE)
    String draft(TemplateForm form, RedirectAttributes next) {
        UUID id = templates.draft(form.read());
        Flash.success(next, "template.drafted");
        return "redirect:/templates/" + id;
    }

    @PostMapping("/templates/{id}/approval")
    @Requires(Right.TEMPLATE_APPROVE)
    String approve(@PathVariable UUID id, @RequestParam(defaultValue = "0") String version, RedirectAttributes next) {
        templates.approve(id, version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1);
        Flash.success(next, "template.approved");
        return "redirect:/templates/" + id;
    }
}
